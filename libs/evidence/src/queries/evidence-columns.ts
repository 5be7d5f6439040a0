/** Columns of an evidence view, table alias `e`. */
export const evidenceColumns = `e.id, e.file_name as "fileName", e.media_type as "mediaType", e.size_bytes::float8 as "sizeBytes",
  encode(e.sha256, 'hex') as sha256, e.happened_at as "happenedAt", e.captured_at as "capturedAt", e.received_at as "receivedAt"`;
