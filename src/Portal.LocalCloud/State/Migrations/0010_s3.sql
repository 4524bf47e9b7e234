create table s3_bucket (
  name text collate "C" primary key,
  created_at timestamptz not null,
  region text not null,
  versioning text check (versioning in ('Enabled', 'Suspended'))
);

-- Newer versions have a smaller rank, so that (key, rank) ascending is the order in which AWS lists versions.
create sequence s3_rank increment by -1 minvalue -9223372036854775807 maxvalue -1 start -1;

create table s3_version (
  bucket text collate "C" not null references s3_bucket (name),
  key text collate "C" not null,
  rank bigint not null default nextval('s3_rank'),
  version_id text collate "C" not null,
  is_latest boolean not null,
  is_delete_marker boolean not null default false,
  modified_at timestamptz not null,
  size bigint not null default 0,
  etag text not null default '',
  blobs uuid[] not null default '{}',
  blob_sizes bigint[] not null default '{}',
  attributes jsonb not null default '{}',
  tags jsonb not null default '{}',
  checksum_algorithm text,
  checksum_value text,
  checksum_type text,
  primary key (bucket, key, rank)
);

create unique index s3_version_by_id on s3_version (bucket, key, version_id);
create unique index s3_version_latest on s3_version (bucket, key) where is_latest;
create index s3_version_live on s3_version (bucket, key, rank) where is_latest and not is_delete_marker;

create table s3_upload (
  upload_id text collate "C" primary key,
  bucket text collate "C" not null references s3_bucket (name),
  key text collate "C" not null,
  initiated_at timestamptz not null,
  attributes jsonb not null,
  tags jsonb not null,
  checksum_algorithm text not null,
  checksum_type text not null,
  checksum_requested boolean not null
);

create index s3_upload_listing on s3_upload (bucket, key, upload_id);

create table s3_part (
  upload_id text collate "C" not null references s3_upload (upload_id) on delete cascade,
  number integer not null,
  blob uuid not null,
  size bigint not null,
  etag text not null,
  checksum_value text not null,
  modified_at timestamptz not null,
  primary key (upload_id, number)
);
