using System.Numerics;

namespace Portal.LocalCloud.Models;

/// <summary>
/// The built-in embedding <c>portal.local-embed-v1</c>: hashed features of stemmed words, neighbouring pairs and letter trigrams, weighted by how much a word says,
/// in <see cref="Dimensions"/> signed places, at length one. It knows spelling and words, not meaning: synonyms are far apart. Deterministic, no training, no corpus.
/// </summary>
internal static class LocalEmbedding
{
    public const string ModelId = "portal.local-embed-v1";

    public const int Dimensions = 256;

    /// <summary>Bits of <see cref="Signature"/>.</summary>
    public const int SignatureBits = 512;

    private static readonly float[][] Planes = MakePlanes();

    /// <summary>The vector of a text, at length one, or all zero when the text has no word.</summary>
    public static float[] Embed(string text)
    {
        var features = new Dictionary<ulong, float>();
        Word? previous = null;
        foreach (var word in Words.Of(text))
        {
            Count(features, Hash("w", word.Stem), word.Weight);
            if (!word.IsStop)
            {
                if (word.Stem.Length >= 4) Trigrams(features, word);
                if (previous is { } before) Count(features, Hash(before.Stem, word.Stem), 0.4f * MathF.Min(before.Weight, word.Weight));
                previous = word;
            }
        }

        var vector = new float[Dimensions];
        foreach (var (hash, count) in features)
        {
            // The square root keeps a word said ten times from drowning nine said once.
            var value = MathF.Sqrt(count);
            vector[hash % Dimensions] += (hash >> 63) == 0 ? value : -value;
        }

        var length = MathF.Sqrt(Dot(vector, vector));
        if (length > 0)
        {
            for (var place = 0; place < vector.Length; place++) vector[place] /= length;
        }

        return vector;
    }

    /// <summary>Cosine of two vectors of length one, −1 to 1.</summary>
    public static float Dot(ReadOnlySpan<float> left, ReadOnlySpan<float> right)
    {
        var sum = Vector<float>.Zero;
        var width = Vector<float>.Count;
        for (var at = 0; at < left.Length; at += width) sum += new Vector<float>(left[at..]) * new Vector<float>(right[at..]);
        return Vector.Sum(sum);
    }

    /// <summary>Which side of <see cref="SignatureBits"/> fixed random planes the vector lies on; the share of differing bits between two signatures approximates the angle.</summary>
    public static bool[] Signature(float[] vector)
    {
        var bits = new bool[SignatureBits];
        for (var bit = 0; bit < bits.Length; bit++) bits[bit] = Dot(vector, Planes[bit]) >= 0;
        return bits;
    }

    private static void Trigrams(Dictionary<ulong, float> features, Word word)
    {
        var padded = $"^{word.Stem}$";
        var share = 0.5f * word.Weight / (padded.Length - 2);
        for (var at = 0; at + 3 <= padded.Length; at++) Count(features, Hash("t", padded.AsSpan(at, 3)), share);
    }

    private static void Count(Dictionary<ulong, float> features, ulong hash, float weight) =>
        features[hash] = features.GetValueOrDefault(hash) + weight;

    private static ulong Hash(ReadOnlySpan<char> first, ReadOnlySpan<char> second)
    {
        var hash = 14695981039346656037UL;
        foreach (var letter in first) hash = (hash ^ letter) * 1099511628211UL;
        hash = (hash ^ ' ') * 1099511628211UL;
        foreach (var letter in second) hash = (hash ^ letter) * 1099511628211UL;
        return Mix(hash);
    }

    private static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xbf58476d1ce4e5b9UL;
        value = (value ^ (value >> 27)) * 0x94d049bb133111ebUL;
        return value ^ (value >> 31);
    }

    private static float[][] MakePlanes()
    {
        var planes = new float[SignatureBits][];
        var state = 0x9e3779b97f4a7c15UL;
        for (var bit = 0; bit < planes.Length; bit++)
        {
            planes[bit] = new float[Dimensions];
            for (var place = 0; place < Dimensions; place++)
            {
                state += 0x9e3779b97f4a7c15UL;
                planes[bit][place] = (Mix(state) & 1) == 0 ? 1f : -1f;
            }
        }

        return planes;
    }
}
