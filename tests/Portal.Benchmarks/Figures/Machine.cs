using System.Globalization;
using System.Runtime.InteropServices;

namespace Portal.Benchmarks.Figures;

/// <summary>Where the figures were taken, and how busy it was there.</summary>
internal static class Machine
{
    public static string Describe() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Environment.ProcessorCount} processors, {RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}; {Load()}");

    /// <summary>The load average where the system tells it: other programs' work slows every figure and, less, the ratios.</summary>
    public static string Load() => File.Exists("/proc/loadavg")
        ? $"load average of the last minute {File.ReadAllText("/proc/loadavg").Split(' ')[0]}"
        : "the system tells no load average";
}
