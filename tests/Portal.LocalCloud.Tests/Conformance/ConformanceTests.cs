using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Portal.Testing;
using Xunit;

namespace Portal.LocalCloud.Tests.Conformance;

/// <summary>LocalCloud walked by clients that AWS wrote: its SDK for JavaScript, each test of which is one here, and its command line.</summary>
public sealed partial class ConformanceTests(ConformanceTests.Runs runs) : IClassFixture<ConformanceTests.Runs>
{
    public static TheoryData<string, string> NodeTests
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var file in Directory.EnumerateFiles(NodeRun.Folder, "*.test.mjs").Order(StringComparer.Ordinal))
            {
                foreach (var name in Names(File.ReadAllText(file)))
                    data.Add(Path.GetFileName(file), name);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(NodeTests))]
    public async Task JavaScriptSdk_EachTest_Passes(string file, string name)
    {
        var (results, output) = await runs.OfAsync(file);
        Assert.True(results.TryGetValue(name, out var result), $"'{name}' did not run.\n{output}");
        Assert.True(result.Passed, result.Message);
    }

    [Fact]
    public async Task JavaScriptSdk_TestsThatRan_AreAllSeenHere()
    {
        foreach (var file in Directory.EnumerateFiles(NodeRun.Folder, "*.test.mjs").Select(path => Path.GetFileName(path)))
        {
            var (results, output) = await runs.OfAsync(file);
            var seen = Names(await File.ReadAllTextAsync(Path.Combine(NodeRun.Folder, file), TestContext.Current.CancellationToken)).ToHashSet();
            Assert.True(results.Count > 0 && results.Keys.All(seen.Contains), $"{file} ran {string.Join(", ", results.Keys.Except(seen))}\n{output}");
        }
    }

    /// <summary>Where the machine has the aws command line. Without it there is nothing to walk with, and the test says so in its output.</summary>
    [Fact]
    public async Task AwsCommandLine_S3Walk_Succeeds()
    {
        var program = await FindCommandLineAsync();
        if (program is null)
        {
            TestContext.Current.TestOutputHelper?.WriteLine("No aws command line works on this machine; the walk was not made.");
            return;
        }

        var environment = new Dictionary<string, string>
        {
            ["AWS_ENDPOINT"] = runs.Url,
            ["AWS_ACCESS_KEY_ID"] = "local",
            ["AWS_SECRET_ACCESS_KEY"] = "local-secret-key",
            ["LC_ALL"] = "C.UTF-8",
        };
        var (code, output) = await NodeRun.RunAsync("bash", ["awscli-s3.sh", program], environment, TestContext.Current.CancellationToken);
        Assert.True(code == 0 && output.Contains("the walk is done", StringComparison.Ordinal), output);
    }

    private static async Task<string?> FindCommandLineAsync()
    {
        foreach (var program in new[] { "/usr/bin/aws", "aws" })
        {
            try
            {
                if ((await NodeRun.RunAsync(program, ["--version"], [], TestContext.Current.CancellationToken)).Code == 0)
                    return program;
            }
            catch (System.ComponentModel.Win32Exception)
            {
                continue;
            }
        }

        return null;
    }

    /// <summary>Names as written, and those made by a loop over a list of words right before it.</summary>
    private static IEnumerable<string> Names(string source)
    {
        string[] words = [];
        foreach (var line in source.Split('\n'))
        {
            if (LoopLine().Match(line) is { Success: true } loop)
                words = [.. loop.Groups["words"].Value.Split(',').Select(word => word.Trim(' ', '\''))];
            else if (TestLine().Match(line) is { Success: true } test)
                yield return test.Groups["name"].Value;
            else if (LoopedTestLine().Match(line) is { Success: true } looped)
                foreach (var word in words)
                    yield return looped.Groups["before"].Value + word + looped.Groups["after"].Value;
        }
    }

    [GeneratedRegex(@"^test\('(?<name>[^']+)'", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex TestLine();

    [GeneratedRegex(@"^for \(const \w+ of \[(?<words>[^\]]+)\]\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex LoopLine();

    [GeneratedRegex(@"^ +test\(`(?<before>[^$`]*)\$\{\w+\}(?<after>[^$`]*)`", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex LoopedTestLine();

    /// <summary>Each file is run once, whichever of its tests is asked about first.</summary>
    public sealed class Runs : IAsyncLifetime
    {
        private readonly LocalCloudFixture cloud = new();
        private readonly ConcurrentDictionary<string, Lazy<Task<(IReadOnlyDictionary<string, NodeResult> Results, string Output)>>> files = new();

        internal string Url => cloud.Url;

        public async ValueTask InitializeAsync()
        {
            await cloud.InitializeAsync();
            await NodeRun.InstallAsync(TestContext.Current.CancellationToken);
        }

        public ValueTask DisposeAsync() => cloud.DisposeAsync();

        internal Task<(IReadOnlyDictionary<string, NodeResult> Results, string Output)> OfAsync(string file) =>
            files.GetOrAdd(file, name => new(() => NodeRun.TestAsync(name, Url, CancellationToken.None))).Value;
    }
}
