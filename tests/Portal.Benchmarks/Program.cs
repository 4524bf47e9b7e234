using Portal.Benchmarks;

using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, key) =>
{
    key.Cancel = true;
    stop.Cancel();
};

var options = BenchmarkOptions.Read(args, out var complaint);
if (options is null)
{
    await Console.Error.WriteLineAsync(complaint);
    return 1;
}

await BenchmarkRun.RunAsync(options, stop.Token);
return 0;
