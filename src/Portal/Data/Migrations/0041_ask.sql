-- Conversations of RetrieveAndGenerate. The browser never holds AWS's session id; a row belongs to one tenant and one user.
CREATE TABLE ask_session (
  tenant_id uuid NOT NULL REFERENCES tenant ON DELETE CASCADE,
  user_id uuid NOT NULL,
  knowledge_base_id text NOT NULL,
  guard text NOT NULL,
  aws_session_id text NOT NULL,
  turns integer NOT NULL,
  started_at timestamptz NOT NULL,
  last_used_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, user_id, knowledge_base_id)
);

-- A chunk that AWS returned although it is not the tenant's. Evidence: kept without the chunk's text.
CREATE TABLE isolation_incident (
  id uuid PRIMARY KEY,
  at timestamptz NOT NULL,
  connection_id uuid NOT NULL REFERENCES connection,
  tenant_id uuid NOT NULL,
  user_id uuid NOT NULL,
  email text NOT NULL,
  knowledge_base_id text NOT NULL,
  api text NOT NULL,
  reason text NOT NULL,
  chunk_uri text,
  found_value text,
  request_id text
);
CREATE INDEX isolation_incident_at ON isolation_incident (at DESC);
CREATE INDEX isolation_incident_tenant ON isolation_incident (tenant_id, at DESC);
CREATE TRIGGER isolation_incident_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON isolation_incident FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
