using System.Runtime.InteropServices;
using Portal.Benchmarks;

using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, key) =>
{
    key.Cancel = true;
    stop.Cancel();
};

// The hosts inside would take the signal for themselves, and only themselves would stop.
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal =>
{
    signal.Cancel = true;
    stop.Cancel();
});

var options = BenchmarkOptions.Read(args, out var complaint);
if (options is null)
{
    await Console.Error.WriteLineAsync(complaint);
    return 1;
}

try
{
    await BenchmarkRun.RunAsync(options, stop.Token);
    return 0;
}
catch (OperationCanceledException) when (stop.IsCancellationRequested)
{
    return 130;
}
