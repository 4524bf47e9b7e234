-- Uploads on their way. A row outlives its process: whoever finds it without an owner finishes or undoes the upload.
CREATE TABLE document_upload (
  id uuid PRIMARY KEY,
  connection_id uuid NOT NULL REFERENCES connection,
  tenant_id uuid NOT NULL,
  bucket text NOT NULL,
  key text NOT NULL,
  writing boolean NOT NULL,
  sidecar_before bytea,
  multipart_id text,
  started_by uuid NOT NULL,
  started_by_email text NOT NULL,
  started_at timestamptz NOT NULL,
  lease_owner uuid NOT NULL,
  lease_until timestamptz NOT NULL,
  UNIQUE (connection_id, bucket, key)
);
CREATE INDEX document_upload_lease ON document_upload (lease_until);
