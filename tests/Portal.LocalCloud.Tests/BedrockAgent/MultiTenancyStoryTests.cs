// A member that is unexpectedly null fails a test as well as an assertion would.
#nullable disable warnings
using Amazon.BedrockAgentRuntime.Model;
using Portal.Testing;
using Xunit;
using static Portal.LocalCloud.Tests.BedrockAgent.KnowledgeBaseBench;

namespace Portal.LocalCloud.Tests.BedrockAgent;

/// <summary>Two tenants, one knowledge base: each finds its own and never the other's.</summary>
public sealed class MultiTenancyStoryTests(LocalCloudFixture cloud) : IClassFixture<LocalCloudFixture>
{
    private const string Hipaa = """
        # HIPAA compliance on AWS

        This guide explains how a covered entity keeps protected health information safe on AWS. A business associate addendum must be in place before any protected health information is stored.

        Encryption at rest and in transit protects patient records. Access is granted by least privilege and every access is logged for audit.

        Backups are kept for six years, as the retention rule of the privacy office demands.
        """;

    private const string Nhs = """
        # NHS cloud security

        NHS organisations in the United Kingdom follow the Data Security and Protection Toolkit. Patient data may be hosted in the cloud when the four classes of risk have been assessed.

        The Caldicott guardian signs off every transfer of confidential patient information.
        """;

    private const string CaseReports = """
        CaseID,DoctorID,PatientID,Diagnosis,TreatmentPlan,Content
        C001,D01,P001,hypertension,lisinopril,"Patient with raised blood pressure over three visits; started on lisinopril and asked to walk daily."
        C002,D02,P002,diabetes,metformin,Patient with thirst and high glucose; metformin was started with a diet plan.
        C003,D01,P003,asthma,albuterol,"Patient with wheezing at night; albuterol inhaler as needed, follow up in four weeks."
        """;

    private const string CaseSidecar = """
        {"metadataAttributes":{"customer":"CustomerA","documentType":"Case Report"},
         "documentStructureConfiguration":{"type":"RECORD_BASED_STRUCTURE_METADATA","recordBasedStructureMetadata":{
           "contentFields":[{"fieldName":"Content"}],
           "metadataFieldsSpecification":{"fieldsToInclude":[{"fieldName":"CaseID"},{"fieldName":"DoctorID"},{"fieldName":"PatientID"},{"fieldName":"Diagnosis"},{"fieldName":"TreatmentPlan"}]}}}}
        """;

    private const string GeneticTestings = """
        SampleID,PatientID,TestType,Result
        S001,P003,BRCA1 panel,negative
        S002,P004,Cystic fibrosis carrier screen,positive
        """;

    private const string GeneticSidecar = """
        {"metadataAttributes":{"customer":"CustomerB"},
         "documentStructureConfiguration":{"type":"RECORD_BASED_STRUCTURE_METADATA","recordBasedStructureMetadata":{
           "contentFields":[{"fieldName":"TestType"}],"metadataFieldsSpecification":{"fieldsToExclude":[]}}}}
        """;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static RetrievalFilter OnlyA => Is("customer", "CustomerA");

    [Fact]
    public async Task SharedKnowledgeBase_AskedAsEachTenant_AnswersFromItsOwnDocumentsOnly()
    {
        var bench = await NewAsync(cloud, token: Token);
        await bench.PutAsync("customer-data/CustomerA/policies/hipaa.md", Hipaa, """{"metadataAttributes":{"customer":"CustomerA","documentType":"HIPAA Compliance Guide","focus":"HIPAA Compliance","publicationYear":2022,"region":"North America"}}""");
        await bench.PutAsync("customer-data/CustomerB/policies/nhs.md", Nhs, """{"metadataAttributes":{"customer":"CustomerB","documentType":"NHS Compliance Guidance","focus":"UK Healthcare Compliance","publicationYear":2023,"region":"Europe"}}""");
        await bench.PutAsync("customer-data/CustomerA/records/case_reports.csv", CaseReports, CaseSidecar);
        await bench.PutAsync("customer-data/CustomerB/records/genetic_testings.csv", GeneticTestings, GeneticSidecar);
        var job = await bench.SyncAsync();
        Assert.Equal("COMPLETE", job.Status.Value);
        Assert.Null(job.FailureReasons);
        Assert.Equal((4L, 4L, 4L, 0L), (job.Statistics.NumberOfDocumentsScanned, job.Statistics.NumberOfMetadataDocumentsScanned, job.Statistics.NumberOfNewDocumentsIndexed, job.Statistics.NumberOfDocumentsFailed));

        var found = await bench.RetrieveAsync("summarize HIPAA Compliance Guide", OnlyA);
        Assert.NotEmpty(found);
        Assert.All(found, result => Assert.Equal("CustomerA", result.Metadata["customer"].AsString()));
        Assert.EndsWith("hipaa.md", found[0].Location.S3Location.Uri, StringComparison.Ordinal);
        Assert.Equal(2022.0, found[0].Metadata["publicationYear"].AsDouble());
        Assert.InRange(found[0].Score!.Value, 0.0001, 1);

        var answered = await cloud.Clients.BedrockAgentRuntime.RetrieveAndGenerateAsync(bench.Question("summarize HIPAA Compliance Guide", OnlyA), Token);
        Assert.Contains("protected health information", answered.Output.Text, StringComparison.Ordinal);
        Assert.All(answered.Citations.SelectMany(citation => citation.RetrievedReferences), reference => Assert.EndsWith("hipaa.md", reference.Location.S3Location.Uri, StringComparison.Ordinal));

        var nearest = await bench.RetrieveAsync("summarize NHS Compliance Guidance", OnlyA);
        Assert.NotEmpty(nearest);
        Assert.All(nearest, result => Assert.Equal("CustomerA", result.Metadata["customer"].AsString()));
        var refused = await cloud.Clients.BedrockAgentRuntime.RetrieveAndGenerateAsync(bench.Question("summarize NHS Compliance Guidance", OnlyA), Token);
        Assert.Equal("Sorry, I am unable to assist you with this request.", refused.Output.Text);
        Assert.All(refused.Citations, citation => Assert.Empty(citation.RetrievedReferences ?? []));

        var asthma = Assert.Single(await bench.RetrieveAsync("What treatment did the patient get?", new RetrievalFilter { AndAll = [OnlyA, Is("PatientID", "P003")] }));
        Assert.Contains("albuterol", asthma.Content.Text, StringComparison.Ordinal);
        Assert.Equal("asthma", asthma.Metadata["Diagnosis"].AsString());
        Assert.Equal("Patient with wheezing", (await bench.RetrieveAsync("PatientID P003", OnlyA))[0].Content.Text[..21]);
        Assert.Equal("BRCA1 panel", (await bench.RetrieveAsync("PatientID P003", Is("customer", "CustomerB")))[0].Content.Text);
    }
}
