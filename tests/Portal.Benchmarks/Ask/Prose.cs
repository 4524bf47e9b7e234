using System.Globalization;
using System.Text;

namespace Portal.Benchmarks.Ask;

/// <summary>
/// Plain sentences about an office's affairs, the same at every run. Some words are in every tenth passage and most in very few, as in real text; names of things
/// are in one or two.
/// </summary>
internal static class Prose
{
    private static readonly string[] Subjects =
        ("policy contract invoice shipment employee customer warehouse device audit report backup password server visitor supplier refund training holiday budget insurance permit "
        + "laboratory sample patient reactor catalyst sensor turbine vessel pump valve cable antenna satellite battery robot conveyor forklift container pallet tariff customs loan "
        + "mortgage deposit account ledger voucher receipt payroll pension bonus salary allowance travel hotel flight passport visa language course exam certificate diploma library "
        + "archive record folder template signature stamp seal envelope courier parcel depot garage workshop tool ladder helmet glove mask apron goggles harness extinguisher alarm exit").Split(' ');

    private static readonly string[] Verbs =
        "requires replaces covers records limits delays approves rejects inspects repairs transfers stores measures announces cancels extends confirms protects compares describes".Split(' ');

    private static readonly string[] Adjectives =
        ("annual spare urgent local foreign digital printed sealed rented shared private public certified expired frozen heated mobile fixed temporary permanent remote seasonal "
        + "partial complete broken repaired calibrated insured taxable exempt hazardous fragile").Split(' ');

    private static readonly string[] Places =
        "Rotterdam Lisbon Tallinn Oslo Graz Nantes Cork Bari Split Gdansk Turku Ghent Malmo Basel Porto Leeds Bergen Zadar Brno Varna".Split(' ');

    /// <summary>Five sentences, about fifty words.</summary>
    public static string Passage(int number)
    {
        var random = new Random(number);
        var text = new StringBuilder();
        for (var sentence = 0; sentence < 5; sentence++)
        {
            text.Append(CultureInfo.InvariantCulture, $"The {Rare(Adjectives, random)} {Rare(Subjects, random)} in {Rare(Places, random)} {Rare(Verbs, random)} the {Rare(Subjects, random)} of the {Rare(Adjectives, random)} {Rare(Subjects, random)}. ");
        }

        return text.Append(CultureInfo.InvariantCulture, $"Reference {Reference(number)}.").ToString();
    }

    /// <summary>A question that many passages touch.</summary>
    public static string Question(int number)
    {
        var random = new Random(-1 - number);
        return $"What does the {Rare(Adjectives, random)} {Rare(Subjects, random)} in {Rare(Places, random)} say about the {Rare(Subjects, random)}?";
    }

    private static string Reference(int number) => string.Create(CultureInfo.InvariantCulture, $"{Subjects[number % Subjects.Length][..3]}{number:x6}");

    /// <summary>Words at the front of a list come often, those at its end seldom.</summary>
    private static string Rare(string[] words, Random random) => words[(int)(Math.Pow(random.NextDouble(), 2) * words.Length)];
}
