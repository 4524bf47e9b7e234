using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace Portal.LocalCloud.BedrockAgent.Ingestion;

/// <summary>Reads PDFs through poppler's <c>pdftotext</c> as a child process: the bytes in by its standard input, pages out parted by form feeds.</summary>
internal static class PdfText
{
    /// <summary>The program to start; replaced where it lies elsewhere or must be missing.</summary>
    internal static string Program { get; set; } = "pdftotext";

    public static async Task<IReadOnlyList<DocumentPage>> ReadAsync(Stream content, CancellationToken token)
    {
        using var process = new Process
        {
            StartInfo = new ProcessStartInfo(Program, ["-enc", "UTF-8", "-layout", "-q", "-", "-"])
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                StandardOutputEncoding = Encoding.UTF8,
                UseShellExecute = false,
            },
        };
        try
        {
            process.Start();
        }
        catch (Win32Exception)
        {
            throw new DocumentProblemException("PDF files cannot be read because 'pdftotext' is not installed on this machine. Install poppler (Debian and Ubuntu: apt-get install poppler-utils) and sync again.");
        }

        try
        {
            var error = process.StandardError.ReadToEndAsync(token);
            var output = process.StandardOutput.ReadToEndAsync(token);
            await FeedAsync(process, content, token);
            var text = await output;
            await process.WaitForExitAsync(token);
            if (process.ExitCode != 0) throw new DocumentProblemException($"The PDF could not be read: {(await error).Trim().Split('\n')[0]}");
            return [.. text.Split('\f').Select((page, at) => new DocumentPage(at + 1, DocumentParser.Clean(page))).Where(page => !string.IsNullOrWhiteSpace(page.Text))];
        }
        finally
        {
            if (!process.HasExited) process.Kill();
        }
    }

    private static async Task FeedAsync(Process process, Stream content, CancellationToken token)
    {
        try
        {
            await content.CopyToAsync(process.StandardInput.BaseStream, token);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // The program gave up reading before the end; its exit code says why.
        }
    }
}
