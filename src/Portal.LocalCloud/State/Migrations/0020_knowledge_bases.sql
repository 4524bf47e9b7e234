CREATE TABLE knowledge_base (
    id              text PRIMARY KEY,
    name            text NOT NULL UNIQUE,
    description     text,
    role_arn        text NOT NULL,
    type            text NOT NULL,
    configuration   jsonb NOT NULL,
    storage_type    text,
    storage         jsonb,
    status          text NOT NULL,
    status_until    timestamptz,
    failure_reasons jsonb NOT NULL DEFAULT '[]',
    tags            jsonb NOT NULL DEFAULT '{}',
    client_token    text,
    created_at      timestamptz NOT NULL,
    updated_at      timestamptz NOT NULL
);
CREATE INDEX knowledge_base_client_token ON knowledge_base (client_token);

CREATE TABLE data_source (
    id                text PRIMARY KEY,
    knowledge_base_id text NOT NULL REFERENCES knowledge_base ON DELETE CASCADE,
    name              text NOT NULL,
    description       text,
    type              text NOT NULL,
    configuration     jsonb NOT NULL,
    encryption        jsonb,
    ingestion         jsonb,
    deletion_policy   text NOT NULL,
    status            text NOT NULL,
    failure_reasons   jsonb NOT NULL DEFAULT '[]',
    client_token      text,
    created_at        timestamptz NOT NULL,
    updated_at        timestamptz NOT NULL,
    UNIQUE (knowledge_base_id, name)
);

CREATE TABLE ingestion_job (
    id                text PRIMARY KEY,
    knowledge_base_id text NOT NULL,
    data_source_id    text NOT NULL REFERENCES data_source ON DELETE CASCADE,
    description       text,
    status            text NOT NULL,
    statistics        jsonb NOT NULL,
    failure_reasons   jsonb NOT NULL DEFAULT '[]',
    client_token      text,
    started_at        timestamptz NOT NULL,
    updated_at        timestamptz NOT NULL
);
CREATE INDEX ingestion_job_by_source ON ingestion_job (data_source_id, started_at);
-- The service's own limits, kept by the database: one running job per knowledge base (so one per data source).
CREATE UNIQUE INDEX ingestion_job_running ON ingestion_job (knowledge_base_id) WHERE status IN ('STARTING', 'IN_PROGRESS', 'STOPPING');

CREATE TABLE kb_document (
    id                bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    knowledge_base_id text NOT NULL REFERENCES knowledge_base ON DELETE CASCADE,
    data_source_id    text NOT NULL,
    identifier        text NOT NULL,
    is_custom         boolean NOT NULL,
    version           text,
    sidecar_version   text,
    status            text NOT NULL,
    status_reason     text,
    updated_at        timestamptz NOT NULL,
    UNIQUE (data_source_id, identifier)
);
CREATE INDEX kb_document_by_knowledge_base ON kb_document (knowledge_base_id);

-- Narrow on purpose: a search reads this table for every chunk, the texts and vectors only for its candidates.
CREATE TABLE kb_chunk (
    id                bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    knowledge_base_id text NOT NULL REFERENCES knowledge_base ON DELETE CASCADE,
    document_id       bigint,
    parent            integer,
    signature         bit(512) NOT NULL,
    metadata          jsonb NOT NULL
);
CREATE INDEX kb_chunk_by_knowledge_base ON kb_chunk (knowledge_base_id);
CREATE INDEX kb_chunk_by_document ON kb_chunk (document_id);
CREATE INDEX kb_chunk_metadata ON kb_chunk USING gin (metadata jsonb_path_ops);

CREATE TABLE kb_chunk_content (
    chunk_id          bigint PRIMARY KEY REFERENCES kb_chunk ON DELETE CASCADE,
    knowledge_base_id text NOT NULL,
    ordinal           integer NOT NULL,
    uri               text NOT NULL,
    is_custom         boolean NOT NULL,
    text              text NOT NULL,
    parent_text       text,
    embedding         real[] NOT NULL,
    terms             tsvector NOT NULL
);
CREATE INDEX kb_chunk_content_terms ON kb_chunk_content USING gin (terms);

CREATE TABLE rag_session (
    id                text PRIMARY KEY,
    knowledge_base_id text,
    turns             jsonb NOT NULL DEFAULT '[]',
    updated_at        timestamptz NOT NULL
);

CREATE TABLE inference_profile (
    id          text PRIMARY KEY,
    name        text NOT NULL UNIQUE,
    description text,
    source_arn  text NOT NULL,
    models      jsonb NOT NULL,
    tags        jsonb NOT NULL DEFAULT '{}',
    client_token text,
    created_at  timestamptz NOT NULL,
    updated_at  timestamptz NOT NULL
);
