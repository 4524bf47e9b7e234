using System.Globalization;

namespace Portal.Benchmarks;

/// <summary>What to measure and how much of it.</summary>
internal sealed record BenchmarkOptions
{
    /// <summary>Names of benchmarks; empty for all.</summary>
    public IReadOnlyList<string> Names { get; init; } = [];

    /// <summary>Size of the uploaded file, in MB of 1,000,000 bytes.</summary>
    public int Megabytes { get; init; } = 1000;

    /// <summary>Objects of the folder.</summary>
    public int Objects { get; init; } = 100_000;

    /// <summary>Chunks of the knowledge base.</summary>
    public int Chunks { get; init; } = 100_000;

    /// <summary>Measured runs; null for each benchmark's own number.</summary>
    public int? Runs { get; init; }

    public static BenchmarkOptions? Read(string[] args, out string complaint)
    {
        var options = new BenchmarkOptions();
        var names = new List<string>();
        complaint = $"""
            dotnet run -c Release --project tests/Portal.Benchmarks -- [name…] [--megabytes N] [--objects N] [--chunks N] [--runs N]
            Names: {string.Join(", ", BenchmarkRun.Names)}; none means all.
            """;
        for (var at = 0; at < args.Length; at++)
        {
            if (!args[at].StartsWith("--", StringComparison.Ordinal))
            {
                if (!BenchmarkRun.Names.Contains(args[at])) return null;
                names.Add(args[at]);
                continue;
            }

            if (at + 1 == args.Length || !int.TryParse(args[at + 1], NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number < 1) return null;
            switch (args[at++])
            {
                case "--megabytes":
                    options = options with { Megabytes = number };
                    break;
                case "--objects":
                    options = options with { Objects = number };
                    break;
                case "--chunks":
                    options = options with { Chunks = number };
                    break;
                case "--runs":
                    options = options with { Runs = number };
                    break;
                default:
                    return null;
            }
        }

        return options with { Names = names };
    }
}
