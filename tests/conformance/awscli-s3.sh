#!/bin/bash
# Walks S3 with the aws command line: mb, cp, sync, ls, mv, rm, rb. Needs AWS_ENDPOINT in the environment and the program as $1.
set -euo pipefail
aws=("$1" --endpoint-url "$AWS_ENDPOINT" --region us-east-1)
bucket="cli-$RANDOM$RANDOM"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# Version 1 of the program still presigns by an older scheme unless told otherwise.
printf '[default]\ns3 =\n  signature_version = s3v4\n' > "$work/config"
export AWS_CONFIG_FILE="$work/config"

mkdir -p "$work/tree/sub dir"
head -c 20000000 /dev/urandom > "$work/tree/large.bin"
printf 'hello' > "$work/tree/sub dir/ä + b.txt"

"${aws[@]}" s3 mb "s3://$bucket"
"${aws[@]}" s3 sync --no-progress "$work/tree" "s3://$bucket/tree/"
"${aws[@]}" s3 ls --recursive "s3://$bucket/" | grep -q 'tree/sub dir/ä + b.txt'
[ -z "$("${aws[@]}" s3 sync --no-progress "$work/tree" "s3://$bucket/tree/")" ] || { echo 'a second sync found something to do'; exit 1; }
"${aws[@]}" s3 cp --no-progress "s3://$bucket/tree/large.bin" "$work/back.bin"
cmp "$work/tree/large.bin" "$work/back.bin"
"${aws[@]}" s3 cp --no-progress "s3://$bucket/tree/large.bin" "s3://$bucket/copied.bin"
"${aws[@]}" s3 mv --no-progress "s3://$bucket/copied.bin" "s3://$bucket/moved.bin"
printf 'from a pipe' | "${aws[@]}" s3 cp - "s3://$bucket/piped.txt"
[ "$("${aws[@]}" s3 cp "s3://$bucket/piped.txt" -)" = 'from a pipe' ]
url=$("${aws[@]}" s3 presign "s3://$bucket/piped.txt")
[ "$(curl -s "$url")" = 'from a pipe' ]
"${aws[@]}" s3 rb "s3://$bucket" 2>/dev/null && { echo 'a bucket with objects was removed'; exit 1; }
"${aws[@]}" s3 rm --recursive "s3://$bucket/" > "$work/removed"
[ "$(wc -l < "$work/removed")" = 4 ]
"${aws[@]}" s3 rb "s3://$bucket"
echo 'the walk is done'
