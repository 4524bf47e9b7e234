import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { randomUUID } from 'node:crypto';
import { S3Client, CreateBucketCommand, DeleteObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import {
  BedrockAgentClient, CreateDataSourceCommand, CreateKnowledgeBaseCommand, DeleteKnowledgeBaseCommand, GetIngestionJobCommand, GetKnowledgeBaseCommand,
  GetKnowledgeBaseDocumentsCommand, ListDataSourcesCommand, ListTagsForResourceCommand, StartIngestionJobCommand, TagResourceCommand, paginateListKnowledgeBaseDocuments, paginateListKnowledgeBases,
} from '@aws-sdk/client-bedrock-agent';
import { BedrockAgentRuntimeClient, RetrieveAndGenerateCommand, RetrieveAndGenerateStreamCommand, RetrieveCommand, paginateRetrieve } from '@aws-sdk/client-bedrock-agent-runtime';
import { BedrockRuntimeClient, ConverseCommand, ConverseStreamCommand, InvokeModelCommand, InvokeModelWithResponseStreamCommand } from '@aws-sdk/client-bedrock-runtime';
import { BedrockClient, CreateInferenceProfileCommand, DeleteInferenceProfileCommand, ListFoundationModelsCommand, paginateListInferenceProfiles } from '@aws-sdk/client-bedrock';
import { settings } from './cloud.mjs';

const s3 = new S3Client({ ...settings, forcePathStyle: true });
const agent = new BedrockAgentClient(settings);
const runtime = new BedrockAgentRuntimeClient(settings);
const inference = new BedrockRuntimeClient(settings);
const bedrock = new BedrockClient(settings);

const bucket = `conformance-${randomUUID()}`;
const modelArn = 'arn:aws:bedrock:us-east-1::foundation-model/anthropic.claude-3-7-sonnet-20250219-v1:0';
const prompt = '[1] guide.md\nBackups are kept for six years. Lunch is at noon.\nQuestion: How long are backups kept?';
const expected = 'Backups are kept for six years. [1]';
const place = {};

const put = (Key, Body) => s3.send(new PutObjectCommand({ Bucket: bucket, Key, Body }));
const only = customer => ({ equals: { key: 'customer', value: customer } });

async function until(probe, holds) {
  for (let tries = 0; tries < 600; tries++) {
    const seen = await probe();
    if (holds(seen)) return seen;
    await new Promise(resolve => { setTimeout(resolve, 50); });
  }
  throw new Error('It never happened.');
}

async function sync() {
  const { ingestionJob } = await agent.send(new StartIngestionJobCommand(place));
  assert.equal(ingestionJob.status, 'STARTING');
  assert.ok(ingestionJob.startedAt instanceof Date);
  return until(
    async () => (await agent.send(new GetIngestionJobCommand({ ...place, ingestionJobId: ingestionJob.ingestionJobId }))).ingestionJob,
    job => ['COMPLETE', 'FAILED', 'STOPPED'].includes(job.status));
}

const retrieve = (text, filter, more = {}) => runtime.send(new RetrieveCommand({
  knowledgeBaseId: place.knowledgeBaseId,
  retrievalQuery: { text },
  retrievalConfiguration: { vectorSearchConfiguration: { filter, ...more } },
}));

const question = (text, filter, sessionId) => ({
  input: { text },
  sessionId,
  retrieveAndGenerateConfiguration: {
    type: 'KNOWLEDGE_BASE',
    knowledgeBaseConfiguration: { knowledgeBaseId: place.knowledgeBaseId, modelArn, retrievalConfiguration: { vectorSearchConfiguration: { filter } } },
  },
});

before(async () => {
  await s3.send(new CreateBucketCommand({ Bucket: bucket }));
  await put('data/a/hipaa.md.metadata.json', JSON.stringify({ metadataAttributes: { customer: 'CustomerA', documentType: 'HIPAA Compliance Guide', publicationYear: 2022, topics: ['health', 'cloud'] } }));
  await put('data/a/hipaa.md', 'HIPAA protects health information on AWS. Backups are kept for six years.');
  await put('data/b/nhs.md.metadata.json', JSON.stringify({ metadataAttributes: { customer: { value: { type: 'STRING', stringValue: 'CustomerB' }, includeForEmbedding: false }, publicationYear: 2023 } }));
  await put('data/b/nhs.md', 'NHS data is hosted in the United Kingdom after a risk assessment.');
  await put('data/a/cases.csv.metadata.json', JSON.stringify({
    metadataAttributes: { customer: 'CustomerA' },
    documentStructureConfiguration: { type: 'RECORD_BASED_STRUCTURE_METADATA', recordBasedStructureMetadata: { contentFields: [{ fieldName: 'Content' }], metadataFieldsSpecification: { fieldsToInclude: [{ fieldName: 'PatientID' }] } } },
  }));
  await put('data/a/cases.csv', 'PatientID,Content\nP002,Diabetes was treated with metformin.\nP003,Asthma was treated with albuterol.\n');
  const { knowledgeBase } = await agent.send(new CreateKnowledgeBaseCommand({
    name: `conformance-${randomUUID()}`,
    roleArn: 'arn:aws:iam::000000000000:role/knowledge-base',
    knowledgeBaseConfiguration: { type: 'VECTOR', vectorKnowledgeBaseConfiguration: { embeddingModelArn: 'arn:aws:bedrock:us-east-1::foundation-model/amazon.titan-embed-text-v2:0' } },
    storageConfiguration: {
      type: 'OPENSEARCH_SERVERLESS',
      opensearchServerlessConfiguration: { collectionArn: 'arn:aws:aoss:us-east-1:000000000000:collection/abcdefghij', vectorIndexName: 'documents', fieldMapping: { vectorField: 'v', textField: 't', metadataField: 'm' } },
    },
  }));
  place.knowledgeBaseId = knowledgeBase.knowledgeBaseId;
  place.arn = knowledgeBase.knowledgeBaseArn;
  await until(async () => (await agent.send(new GetKnowledgeBaseCommand({ knowledgeBaseId: place.knowledgeBaseId }))).knowledgeBase.status, status => status === 'ACTIVE');
  const { dataSource } = await agent.send(new CreateDataSourceCommand({
    knowledgeBaseId: place.knowledgeBaseId,
    name: 'documents',
    dataSourceConfiguration: { type: 'S3', s3Configuration: { bucketArn: `arn:aws:s3:::${bucket}`, inclusionPrefixes: ['data/'] } },
  }));
  place.dataSourceId = dataSource.dataSourceId;
  place.first = await sync();
});

after(async () => {
  await agent.send(new DeleteKnowledgeBaseCommand({ knowledgeBaseId: place.knowledgeBaseId }));
  for (const client of [s3, agent, runtime, inference, bedrock]) client.destroy();
});

test('a synchronisation counts what it did', async () => {
  assert.equal(place.first.status, 'COMPLETE');
  assert.deepEqual(place.first.statistics, {
    numberOfDocumentsScanned: 3, numberOfMetadataDocumentsScanned: 3, numberOfNewDocumentsIndexed: 3, numberOfModifiedDocumentsIndexed: 0,
    numberOfMetadataDocumentsModified: 0, numberOfDocumentsDeleted: 0, numberOfDocumentsFailed: 0, numberOfDocumentsSkipped: 0,
  });
});

test('knowledge bases and data sources are listed', async () => {
  const ids = [];
  for await (const page of paginateListKnowledgeBases({ client: agent, pageSize: 1 }, {})) ids.push(...page.knowledgeBaseSummaries.map(item => item.knowledgeBaseId));
  assert.ok(ids.includes(place.knowledgeBaseId));
  const { dataSourceSummaries } = await agent.send(new ListDataSourcesCommand({ knowledgeBaseId: place.knowledgeBaseId }));
  assert.deepEqual(dataSourceSummaries.map(item => item.dataSourceId), [place.dataSourceId]);
});

test('documents tell their status', async () => {
  const seen = [];
  for await (const page of paginateListKnowledgeBaseDocuments({ client: agent, pageSize: 2 }, place)) seen.push(...page.documentDetails);
  assert.deepEqual(seen.map(item => item.status), ['INDEXED', 'INDEXED', 'INDEXED']);
  const { documentDetails } = await agent.send(new GetKnowledgeBaseDocumentsCommand({
    ...place,
    documentIdentifiers: [{ dataSourceType: 'S3', s3: { uri: `s3://${bucket}/data/a/hipaa.md` } }, { dataSourceType: 'S3', s3: { uri: `s3://${bucket}/none.md` } }],
  }));
  assert.deepEqual(documentDetails.map(item => item.status), ['INDEXED', 'NOT_FOUND']);
});

test('a filter keeps the tenants apart', async () => {
  const { retrievalResults } = await retrieve('data in the cloud', only('CustomerA'), { numberOfResults: 100 });
  assert.equal(retrievalResults.length, 3);
  for (const result of retrievalResults) {
    assert.equal(result.metadata.customer, 'CustomerA');
    assert.ok(result.score >= 0 && result.score <= 1);
    assert.equal(result.location.type, 'S3');
  }
});

test('filters nest, compare and look into lists', async () => {
  const found = async filter => (await retrieve('anything', filter, { numberOfResults: 100 })).retrievalResults.map(result => result.content.text.split(' ')[0]).sort();
  assert.deepEqual(await found({ andAll: [only('CustomerA'), { orAll: [{ listContains: { key: 'topics', value: 'cloud' } }, { equals: { key: 'PatientID', value: 'P003' } }] }] }), ['Asthma', 'HIPAA']);
  assert.deepEqual(await found({ greaterThan: { key: 'publicationYear', value: 2022 } }), ['NHS']);
  assert.deepEqual(await found({ startsWith: { key: 'customer', value: 'CustomerB' } }), ['NHS']);
  assert.deepEqual(await found({ notEquals: { key: 'customer', value: 'CustomerA' } }), ['NHS']);
  assert.deepEqual(await found({ in: { key: 'PatientID', value: ['P002', 'P004'] } }), ['Diabetes']);
});

test('a filter beyond the limits is refused', async () => {
  const six = Array.from({ length: 6 }, (_, at) => ({ equals: { key: 'k', value: at } }));
  await assert.rejects(retrieve('x', { andAll: six }), error => error.name === 'ValidationException' && error.$metadata.httpStatusCode === 400);
});

test('retrieval pages', async () => {
  const texts = [];
  for await (const page of paginateRetrieve({ client: runtime }, {
    knowledgeBaseId: place.knowledgeBaseId, retrievalQuery: { text: 'treated' }, retrievalConfiguration: { vectorSearchConfiguration: { numberOfResults: 3 } },
  })) texts.push(...page.retrievalResults.map(result => result.content.text));
  assert.equal(new Set(texts).size, 4);
});

test('an answer cites the text it took', async () => {
  const answer = await runtime.send(new RetrieveAndGenerateCommand(question('How long are backups kept?', only('CustomerA'))));
  assert.equal(answer.output.text, 'Backups are kept for six years.');
  const { span, text } = answer.citations[0].generatedResponsePart.textResponsePart;
  assert.equal(answer.output.text.slice(span.start, span.end + 1), text);
  assert.match(answer.citations[0].retrievedReferences[0].location.s3Location.uri, /hipaa\.md$/);
  const next = await runtime.send(new RetrieveAndGenerateCommand(question('Are they kept for long?', only('CustomerA'), answer.sessionId)));
  assert.equal(next.sessionId, answer.sessionId);
});

test('the subject of another tenant is not answered', async () => {
  const answer = await runtime.send(new RetrieveAndGenerateCommand(question('summarize NHS Compliance Guidance', only('CustomerA'))));
  assert.equal(answer.output.text, 'Sorry, I am unable to assist you with this request.');
});

test('an answer streams', async () => {
  const response = await runtime.send(new RetrieveAndGenerateStreamCommand(question('How long are backups kept?', only('CustomerA'))));
  assert.ok(response.sessionId);
  let text = '';
  let references = 0;
  for await (const event of response.stream) {
    text += event.output?.text ?? '';
    references += event.citation?.retrievedReferences?.length ?? 0;
  }
  assert.equal(text, 'Backups are kept for six years.');
  assert.equal(references, 1);
});

test('changed and deleted documents follow', async () => {
  await put('data/b/nhs.md.metadata.json', JSON.stringify({ metadataAttributes: { customer: 'CustomerC' } }));
  await s3.send(new DeleteObjectCommand({ Bucket: bucket, Key: 'data/a/cases.csv' }));
  const job = await sync();
  assert.deepEqual([job.statistics.numberOfMetadataDocumentsModified, job.statistics.numberOfDocumentsDeleted, job.statistics.numberOfModifiedDocumentsIndexed], [1, 1, 0]);
  assert.equal((await retrieve('NHS', only('CustomerC'))).retrievalResults.length, 1);
});

test('tags of a knowledge base', async () => {
  await agent.send(new TagResourceCommand({ resourceArn: place.arn, tags: { tenant: 'a' } }));
  assert.deepEqual((await agent.send(new ListTagsForResourceCommand({ resourceArn: place.arn }))).tags, { tenant: 'a' });
});

test('an unknown knowledge base is not found', async () => {
  await assert.rejects(agent.send(new GetKnowledgeBaseCommand({ knowledgeBaseId: 'ABCDEFGHIJ' })), error => error.name === 'ResourceNotFoundException' && error.$metadata.httpStatusCode === 404);
});

test('Converse answers and counts', async () => {
  const answer = await inference.send(new ConverseCommand({ modelId: 'us.anthropic.claude-3-7-sonnet-20250219-v1:0', messages: [{ role: 'user', content: [{ text: prompt }] }] }));
  assert.equal(answer.output.message.content[0].text, expected);
  assert.equal(answer.stopReason, 'end_turn');
  assert.equal(answer.usage.totalTokens, answer.usage.inputTokens + answer.usage.outputTokens);
  assert.equal(answer.additionalModelResponseFields.answeredBy, 'portal.local-extract-v1');
});

test('an unknown model is refused', async () => {
  await assert.rejects(
    inference.send(new ConverseCommand({ modelId: 'nobody.model-v1:0', messages: [{ role: 'user', content: [{ text: 'x' }] }] })),
    { name: 'ValidationException', message: 'The provided model identifier is invalid.' });
});

test('ConverseStream streams', async () => {
  const { stream } = await inference.send(new ConverseStreamCommand({ modelId: 'amazon.nova-lite-v1:0', messages: [{ role: 'user', content: [{ text: prompt }] }] }));
  let text = '';
  let last;
  for await (const event of stream) {
    text += event.contentBlockDelta?.delta.text ?? '';
    last = event;
  }
  assert.equal(text, expected);
  assert.ok(last.metadata.usage.totalTokens > 0);
});

const anthropic = () => JSON.stringify({ anthropic_version: 'bedrock-2023-05-31', max_tokens: 200, messages: [{ role: 'user', content: prompt }] });

test('InvokeModel takes an Anthropic body', async () => {
  const { body, contentType } = await inference.send(new InvokeModelCommand({ modelId: 'anthropic.claude-3-haiku-20240307-v1:0', contentType: 'application/json', body: anthropic() }));
  assert.equal(contentType, 'application/json');
  const answer = JSON.parse(new TextDecoder().decode(body));
  assert.equal(answer.content[0].text, expected);
  assert.ok(answer.usage.output_tokens > 0);
});

test('InvokeModelWithResponseStream streams Anthropic events', async () => {
  const { body } = await inference.send(new InvokeModelWithResponseStreamCommand({ modelId: 'anthropic.claude-3-haiku-20240307-v1:0', contentType: 'application/json', body: anthropic() }));
  const types = [];
  let text = '';
  for await (const event of body) {
    const chunk = JSON.parse(new TextDecoder().decode(event.chunk.bytes));
    if (types.at(-1) !== chunk.type) types.push(chunk.type);
    text += chunk.delta?.text ?? '';
  }
  assert.equal(text, expected);
  assert.deepEqual(types, ['message_start', 'content_block_start', 'content_block_delta', 'content_block_stop', 'message_delta', 'message_stop']);
});

test('models are listed with who provides them', async () => {
  const { modelSummaries } = await bedrock.send(new ListFoundationModelsCommand({}));
  assert.equal(modelSummaries.find(model => model.modelId === 'portal.local-extract-v1').providerName, 'Portal LocalCloud');
});

test('an application profile comes and goes', async () => {
  const { inferenceProfileArn } = await bedrock.send(new CreateInferenceProfileCommand({ inferenceProfileName: `tenant ${randomUUID()}`, modelSource: { copyFrom: modelArn }, tags: [{ key: 'tenant', value: 'a' }] }));
  const arns = [];
  for await (const page of paginateListInferenceProfiles({ client: bedrock }, { typeEquals: 'APPLICATION' })) arns.push(...page.inferenceProfileSummaries.map(profile => profile.inferenceProfileArn));
  assert.ok(arns.includes(inferenceProfileArn));
  await inference.send(new ConverseCommand({ modelId: inferenceProfileArn, messages: [{ role: 'user', content: [{ text: prompt }] }] }));
  await bedrock.send(new DeleteInferenceProfileCommand({ inferenceProfileIdentifier: inferenceProfileArn }));
});
