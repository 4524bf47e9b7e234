using Portal.Benchmarks.Ask;
using Portal.Benchmarks.Documents;
using Portal.Benchmarks.Figures;

namespace Portal.Benchmarks;

/// <summary>The contents list: every benchmark by its name.</summary>
internal static class BenchmarkRun
{
    private static readonly Dictionary<string, Func<BenchmarkOptions, CancellationToken, Task<FigureTable>>> All = new(StringComparer.Ordinal)
    {
        ["upload"] = UploadBenchmark.RunAsync,
        ["folder"] = FolderBenchmark.RunAsync,
        ["retrieve"] = RetrieveBenchmark.RunAsync,
    };

    public static IReadOnlyCollection<string> Names => All.Keys;

    public static async Task RunAsync(BenchmarkOptions options, CancellationToken token)
    {
        var names = options.Names.Count > 0 ? options.Names : [.. Names];
        Console.WriteLine(Machine.Describe());
        foreach (var name in names)
        {
            var table = await All[name](options, token);
            Console.WriteLine();
            Console.WriteLine(table.ToMarkdown());
        }

        Console.WriteLine($"At the end: {Machine.Load()}");
    }
}
