// A member that is unexpectedly null fails a test as well as an assertion would.
#nullable disable warnings
using System.IO.Compression;
using System.Text;
using Amazon.BedrockAgent;
using Amazon.BedrockAgent.Model;
using Portal.Testing;
using Xunit;
using static Portal.LocalCloud.Tests.BedrockAgent.KnowledgeBaseBench;

namespace Portal.LocalCloud.Tests.BedrockAgent;

public sealed class IngestionJobTests(LocalCloudFixture cloud) : IClassFixture<LocalCloudFixture>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private IAmazonBedrockAgent Agent => cloud.Clients.BedrockAgent;

    [Fact]
    public async Task Sync_AgainAfterChanges_DoesOnlyWhatChanged()
    {
        var bench = await NewAsync(cloud, token: Token);
        await bench.PutAsync("customer-data/a.txt", "Apples are red.", SidecarOf("A"));
        await bench.PutAsync("customer-data/b.txt", "Bananas are yellow.", SidecarOf("A"));
        await bench.PutAsync("customer-data/c.txt", "Cherries are dark.");
        await bench.PutAsync("elsewhere/d.txt", "Dates are brown.");
        var first = (await bench.SyncAsync()).Statistics;
        Assert.Equal((3L, 2L, 3L, 0L, 0L, 0L), Counts(first));

        var chunkBefore = (await bench.RetrieveAsync("apples"))[0].Metadata["x-amz-bedrock-kb-chunk-id"].AsString();
        Assert.Equal((3L, 2L, 0L, 0L, 0L, 0L), Counts((await bench.SyncAsync()).Statistics));

        await bench.PutAsync("customer-data/a.txt.metadata.json", SidecarOf("B"));
        await bench.PutAsync("customer-data/b.txt", "Bananas are green.");
        await bench.DeleteAsync("customer-data/c.txt");
        Assert.Equal((2L, 2L, 0L, 1L, 1L, 1L), Counts((await bench.SyncAsync()).Statistics));

        var apples = (await bench.RetrieveAsync("apples"))[0];
        Assert.Equal("B", apples.Metadata["customer"].AsString());
        Assert.Equal(chunkBefore, apples.Metadata["x-amz-bedrock-kb-chunk-id"].AsString());
        var texts = (await bench.RetrieveAsync("fruit", results: 100)).Select(result => result.Content.Text).Order();
        Assert.Equal(["Apples are red.", "Bananas are green."], texts);
    }

    [Fact]
    public async Task Sync_BadDocuments_FailWithReasonsAndOthersSucceed()
    {
        var bench = await NewAsync(cloud, token: Token);
        await bench.PutAsync("customer-data/good.md", "# Good\n\nThis one is fine.");
        await bench.PutAsync("customer-data/bad-sidecar.txt", "text", """{"metadataAttributes":{"x-amz-bedrock-kb-source-uri":"forged"}}""");
        await bench.PutAsync("customer-data/old.doc", "old word");
        await bench.PutAsync("customer-data/broken.docx", "no zip");
        await bench.PutAsync("customer-data/picture.exe", "binary");
        var job = await bench.SyncAsync();
        Assert.Equal("COMPLETE", job.Status.Value);
        Assert.Equal((4L, 3L, 1L), (job.Statistics.NumberOfDocumentsScanned, job.Statistics.NumberOfDocumentsFailed, job.Statistics.NumberOfDocumentsSkipped));
        Assert.Equal(3, job.FailureReasons.Count);
        Assert.Contains(job.FailureReasons, reason => reason.Contains("reserved", StringComparison.Ordinal) && reason.Contains("bad-sidecar.txt", StringComparison.Ordinal));
        Assert.Contains(job.FailureReasons, reason => reason.Contains(".doc format", StringComparison.Ordinal));

        var documents = (await Agent.ListKnowledgeBaseDocumentsAsync(new ListKnowledgeBaseDocumentsRequest { KnowledgeBaseId = bench.KnowledgeBaseId, DataSourceId = bench.DataSourceId }, Token)).DocumentDetails;
        Assert.Equal(["FAILED", "FAILED", "INDEXED", "FAILED", "IGNORED"], documents.OrderBy(detail => detail.Identifier.S3.Uri, StringComparer.Ordinal).Select(detail => detail.Status.Value));
        var got = await Agent.GetKnowledgeBaseDocumentsAsync(
            new GetKnowledgeBaseDocumentsRequest
            {
                KnowledgeBaseId = bench.KnowledgeBaseId,
                DataSourceId = bench.DataSourceId,
                DocumentIdentifiers = [S3($"s3://{bench.Bucket}/customer-data/old.doc"), S3($"s3://{bench.Bucket}/none.txt")],
            },
            Token);
        Assert.Contains(".docx or .pdf", got.DocumentDetails[0].StatusReason, StringComparison.Ordinal);
        Assert.Equal("NOT_FOUND", got.DocumentDetails[1].Status.Value);
    }

    [Fact]
    public async Task Sync_EachFormat_FindsItsText()
    {
        var bench = await NewAsync(cloud, token: Token);
        await bench.PutAsync("customer-data/page.html", "<html><head><title>Portal</title><style>p{}</style></head><body><script>hidden()</script><p>Zebras graze &amp; rest.</p></body></html>");
        await bench.PutAsync("customer-data/word.docx", Zip(("[Content_Types].xml", """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>"""), ("_rels/.rels", """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>"""), ("word/document.xml", """<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>Walruses like ice.</w:t></w:r></w:p></w:body></w:document>""")));
        await bench.PutAsync("customer-data/plain.csv", "animal,food\nkoala,eucalyptus\n");
        await bench.PutAsync("customer-data/sheet.xlsx", Zip(("[Content_Types].xml", """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>"""), ("_rels/.rels", """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"""), ("xl/_rels/workbook.xml.rels", """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"""), ("xl/workbook.xml", """<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Animals" sheetId="1" r:id="r1"/></sheets></workbook>"""), ("xl/worksheets/sheet1.xml", """<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>giraffe</t></is></c><c r="B1"><v>42</v></c></row></sheetData></worksheet>""")));
        await bench.PutAsync("customer-data/paper.pdf", Pdf("Pelicans dive for fish", "Owls hunt at night"));
        var job = await bench.SyncAsync();
        Assert.Null(job.FailureReasons);
        Assert.Equal("Portal\n\nZebras graze & rest.", (await bench.RetrieveAsync("zebras"))[0].Content.Text);
        Assert.Equal("Walruses like ice.", (await bench.RetrieveAsync("walruses"))[0].Content.Text);
        Assert.Contains("koala,eucalyptus", (await bench.RetrieveAsync("koala"))[0].Content.Text, StringComparison.Ordinal);
        Assert.Contains("giraffe | 42", (await bench.RetrieveAsync("giraffe"))[0].Content.Text, StringComparison.Ordinal);
        var owls = (await bench.RetrieveAsync("owls"))[0];
        Assert.Contains("Owls hunt at night", owls.Content.Text, StringComparison.Ordinal);
        Assert.Equal(2.0, owls.Metadata["x-amz-bedrock-kb-document-page-number"].AsDouble());
    }

    [Fact]
    public async Task Start_WhileAnotherRuns_ConflictsByItsLimit()
    {
        var bench = await NewAsync(cloud, token: Token);
        var second = await bench.AddDataSourceAsync("second", "other/");
        for (var count = 0; count < 120; count++) await bench.PutAsync($"customer-data/{count}.txt", $"Document {count}.");
        var running = (await Agent.StartIngestionJobAsync(new StartIngestionJobRequest { KnowledgeBaseId = bench.KnowledgeBaseId, DataSourceId = bench.DataSourceId }, Token)).IngestionJob;
        var same = await Assert.ThrowsAsync<ConflictException>(() => Agent.StartIngestionJobAsync(new StartIngestionJobRequest { KnowledgeBaseId = bench.KnowledgeBaseId, DataSourceId = bench.DataSourceId }, Token));
        Assert.Contains("per data source: 1", same.Message, StringComparison.Ordinal);
        var other = await Assert.ThrowsAsync<ConflictException>(() => Agent.StartIngestionJobAsync(new StartIngestionJobRequest { KnowledgeBaseId = bench.KnowledgeBaseId, DataSourceId = second }, Token));
        Assert.Contains("maximum number of concurrent ingestion jobs per knowledge base: 1", other.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<ConflictException>(() => Agent.DeleteKnowledgeBaseAsync(new DeleteKnowledgeBaseRequest { KnowledgeBaseId = bench.KnowledgeBaseId }, Token));

        var stop = new StopIngestionJobRequest { KnowledgeBaseId = bench.KnowledgeBaseId, DataSourceId = bench.DataSourceId, IngestionJobId = running.IngestionJobId };
        Assert.Equal("STOPPING", (await Agent.StopIngestionJobAsync(stop, Token)).IngestionJob.Status.Value);
        var stopped = await bench.EndOfAsync(running.IngestionJobId);
        Assert.Equal("STOPPED", stopped.Status.Value);
        Assert.True(stopped.Statistics.NumberOfDocumentsScanned < 120);
        await Assert.ThrowsAsync<ConflictException>(() => Agent.StopIngestionJobAsync(stop, Token));
        Assert.Equal(120L, (await bench.SyncAsync()).Statistics.NumberOfDocumentsScanned);
        var jobs = (await Agent.ListIngestionJobsAsync(
            new ListIngestionJobsRequest
            {
                KnowledgeBaseId = bench.KnowledgeBaseId,
                DataSourceId = bench.DataSourceId,
                Filters = [new IngestionJobFilter { Attribute = IngestionJobFilterAttribute.STATUS, Operator = IngestionJobFilterOperator.EQ, Values = ["STOPPED"] }],
            },
            Token)).IngestionJobSummaries;
        Assert.Equal([running.IngestionJobId], jobs.Select(job => job.IngestionJobId));
    }

    [Fact]
    public async Task Sync_MissingBucket_FailsTheJob()
    {
        var bench = await NewAsync(cloud, token: Token);
        await cloud.Clients.S3.DeleteBucketAsync(bench.Bucket, Token);
        var job = await bench.SyncAsync();
        Assert.Equal("FAILED", job.Status.Value);
        Assert.Contains("does not exist", Assert.Single(job.FailureReasons), StringComparison.Ordinal);
    }

    [Fact]
    public async Task DeleteDataSource_ByPolicy_RemovesOrKeepsWhatIsSearchable()
    {
        var bench = await NewAsync(cloud, token: Token);
        await bench.PutAsync("keep/a.txt", "Keepers stay.");
        await bench.PutAsync("customer-data/b.txt", "Goners leave.");
        var keep = await bench.AddDataSourceAsync("keep", "keep/", policy: DataDeletionPolicy.RETAIN);
        await bench.SyncAsync();
        await bench.SyncAsync(keep);
        await Agent.DeleteDataSourceAsync(new DeleteDataSourceRequest { KnowledgeBaseId = bench.KnowledgeBaseId, DataSourceId = keep }, Token);
        await Agent.DeleteDataSourceAsync(new DeleteDataSourceRequest { KnowledgeBaseId = bench.KnowledgeBaseId, DataSourceId = bench.DataSourceId }, Token);
        Assert.Equal("Keepers stay.", Assert.Single(await bench.RetrieveAsync("anything")).Content.Text);
    }

    [Fact]
    public async Task DirectDocuments_IngestThenDelete_ComeAndGo()
    {
        var bench = await NewAsync(cloud, token: Token);
        var source = (await Agent.CreateDataSourceAsync(new CreateDataSourceRequest { KnowledgeBaseId = bench.KnowledgeBaseId, Name = "custom", DataSourceConfiguration = new DataSourceConfiguration { Type = DataSourceType.CUSTOM } }, Token)).DataSource.DataSourceId;
        var document = new KnowledgeBaseDocument
        {
            Content = new DocumentContent
            {
                DataSourceType = ContentDataSourceType.CUSTOM,
                Custom = new CustomContent
                {
                    CustomDocumentIdentifier = new CustomDocumentIdentifier { Id = "doc-1" },
                    SourceType = CustomSourceType.IN_LINE,
                    InlineContent = new InlineContent { Type = InlineContentType.TEXT, TextContent = new TextContentDoc { Data = "Inline llamas hum." } },
                },
            },
            Metadata = new DocumentMetadata { Type = MetadataSourceType.IN_LINE_ATTRIBUTE, InlineAttributes = [new MetadataAttribute { Key = "customer", Value = new MetadataAttributeValue { Type = MetadataValueType.STRING, StringValue = "A" } }] },
        };
        var given = await Agent.IngestKnowledgeBaseDocumentsAsync(new IngestKnowledgeBaseDocumentsRequest { KnowledgeBaseId = bench.KnowledgeBaseId, DataSourceId = source, Documents = [document] }, Token);
        Assert.Equal("STARTING", given.DocumentDetails[0].Status.Value);
        var identifier = new DocumentIdentifier { DataSourceType = ContentDataSourceType.CUSTOM, Custom = new CustomDocumentIdentifier { Id = "doc-1" } };
        Task<DocumentStatus> Status() => Agent.GetKnowledgeBaseDocumentsAsync(new GetKnowledgeBaseDocumentsRequest { KnowledgeBaseId = bench.KnowledgeBaseId, DataSourceId = source, DocumentIdentifiers = [identifier] }, Token).ContinueWith(got => got.Result.DocumentDetails[0].Status, TaskScheduler.Default);
        await Eventually.HoldsAsync(Status, status => status == DocumentStatus.INDEXED, "the document is INDEXED", Token);
        var found = Assert.Single(await bench.RetrieveAsync("llamas", Is("customer", "A")));
        Assert.Equal("doc-1", found.Location.CustomDocumentLocation.Id);
        await Agent.DeleteKnowledgeBaseDocumentsAsync(new DeleteKnowledgeBaseDocumentsRequest { KnowledgeBaseId = bench.KnowledgeBaseId, DataSourceId = source, DocumentIdentifiers = [identifier] }, Token);
        Assert.Equal("NOT_FOUND", (await Status()).Value);
        Assert.Empty(await bench.RetrieveAsync("llamas"));
    }

    [Fact]
    public async Task Sync_S3VectorsMetadataOverOneKilobyte_FailsTheDocument()
    {
        var bench = await NewAsync(cloud, Stores.S3Vectors, token: Token);
        await bench.PutAsync("customer-data/a.txt", "text", "{\"metadataAttributes\":{\"long\":\"" + new string('x', 1100) + "\"}}");
        Assert.Contains("at most 1024", Assert.Single((await bench.SyncAsync()).FailureReasons), StringComparison.Ordinal);
    }

    private static (long, long, long, long, long, long) Counts(IngestionJobStatistics statistics) => (
        statistics.NumberOfDocumentsScanned ?? 0, statistics.NumberOfMetadataDocumentsScanned ?? 0, statistics.NumberOfNewDocumentsIndexed ?? 0,
        statistics.NumberOfModifiedDocumentsIndexed ?? 0, statistics.NumberOfMetadataDocumentsModified ?? 0, statistics.NumberOfDocumentsDeleted ?? 0);

    private static DocumentIdentifier S3(string uri) => new() { DataSourceType = ContentDataSourceType.S3, S3 = new S3Location { Uri = uri } };

    private static byte[] Zip(params (string Name, string Content)[] entries)
    {
        using var buffer = new MemoryStream();
        using (var zip = new ZipArchive(buffer, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in entries)
            {
                using var writer = new StreamWriter(zip.CreateEntry(name).Open());
                writer.Write(content);
            }
        }

        return buffer.ToArray();
    }

    private static byte[] Pdf(params string[] pages)
    {
        var pdf = new StringBuilder("%PDF-1.4\n");
        var places = new List<int>();
        void Add(string content)
        {
            places.Add(pdf.Length);
            pdf.Append(System.Globalization.CultureInfo.InvariantCulture, $"{places.Count} 0 obj\n{content}\nendobj\n");
        }

        Add("<< /Type /Catalog /Pages 2 0 R >>");
        Add($"<< /Type /Pages /Count {pages.Length} /Kids [{string.Join(' ', pages.Select((_, at) => $"{4 + (2 * at)} 0 R"))}] >>");
        Add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>");
        for (var at = 0; at < pages.Length; at++)
        {
            Add($"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 300] /Resources << /Font << /F1 3 0 R >> >> /Contents {5 + (2 * at)} 0 R >>");
            var content = $"BT /F1 12 Tf 20 200 Td ({pages[at]}) Tj ET";
            Add($"<< /Length {content.Length} >>\nstream\n{content}\nendstream");
        }

        var start = pdf.Length;
        pdf.Append(System.Globalization.CultureInfo.InvariantCulture, $"xref\n0 {places.Count + 1}\n0000000000 65535 f \n");
        foreach (var place in places) pdf.Append(System.Globalization.CultureInfo.InvariantCulture, $"{place:0000000000} 00000 n \n");
        pdf.Append(System.Globalization.CultureInfo.InvariantCulture, $"trailer << /Size {places.Count + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF");
        return Encoding.ASCII.GetBytes(pdf.ToString());
    }
}
