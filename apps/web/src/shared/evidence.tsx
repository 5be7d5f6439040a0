import { PaperClipOutlined, UploadOutlined } from '@ant-design/icons';
import { App, Button, Progress, Upload } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { address } from '../api/client';
import type { EvidenceView } from '../api/types';
import { upload } from '../api/upload';
import { countyTime } from './county-time';
import { useProblemWords } from './problem-words';

const kilobyte = 1024;

/** Bytes as people write them. */
function sizeInWords(bytes: number): string {
  if (bytes < kilobyte * kilobyte) return `${Math.max(1, Math.round(bytes / kilobyte))} KB`;
  return `${(bytes / kilobyte / kilobyte).toFixed(1)} MB`;
}

/** Pictures that every browser draws. */
const drawn = /^image\/(?:jpeg|png|webp|gif)$/;

/** Files that bear something out, each a download; with `pictures` photos are shown small above. */
export function EvidenceList({ files, pictures = false }: { files: EvidenceView[]; pictures?: boolean }) {
  const shown = pictures ? files.filter(({ mediaType }) => drawn.test(mediaType)) : [];
  return (
    <>
      {shown.length === 0 ? null : <Thumbnails files={shown} />}
      <FileList files={files} />
    </>
  );
}

/** Photos small, each a way to the file itself, which is evidence and stays as it is. */
function Thumbnails({ files }: { files: EvidenceView[] }) {
  return (
    <ul className="plain-list thumbnails">
      {files.map(({ id, fileName }) => (
        <li key={id}>
          <a href={address(`/evidence/${id}/content`)} download={fileName}>
            <img src={address(`/evidence/${id}/preview`)} alt={fileName} loading="lazy" decoding="async" />
          </a>
        </li>
      ))}
    </ul>
  );
}

function FileList({ files }: { files: EvidenceView[] }) {
  return (
    <ul className="plain-list files">
      {files.map((file) => (
        <li key={file.id}>
          <a href={address(`/evidence/${file.id}/content`)} download={file.fileName}>
            <PaperClipOutlined aria-hidden /> {file.fileName}
          </a>
          <span className="faint small">
            {sizeInWords(file.sizeBytes)} · {countyTime(file.receivedAt)}
          </span>
        </li>
      ))}
    </ul>
  );
}

interface EvidenceFieldProps {
  id?: string;
  value?: string[];
  onChange?: (ids: string[]) => void;
  /** On a phone the camera opens at once. */
  camera?: boolean;
}

/** Uploads files at once, with progress; its value is the list of evidence ids. */
export function EvidenceField({ id, onChange, camera = false }: EvidenceFieldProps) {
  const { t } = useTranslation();
  const [files, setFiles] = useState<EvidenceView[]>([]);
  const { percent, send } = useEvidenceUpload();
  const keep = (next: EvidenceView[]) => {
    setFiles(next);
    onChange?.(next.map((file) => file.id));
  };
  const latest = useRef(files);
  useEffect(() => {
    latest.current = files;
  }, [files]);
  const take = async (file: File) => {
    const kept = await send(file);
    if (kept !== undefined) keep([...latest.current, kept]);
  };
  return (
    <div className="stack" style={{ gap: 8 }}>
      {camera ? <Camera take={(file) => void take(file)} /> : null}
      <Upload id={id} showUploadList={false} beforeUpload={(file) => (void take(file), false)}>
        <Button icon={<UploadOutlined aria-hidden />} loading={percent !== null}>
          {percent === null ? t('general.upload') : t('general.uploading', { percent })}
        </Button>
      </Upload>
      {percent === null ? null : <Progress aria-label={t('general.files')} percent={percent} size="small" />}
      <ul className="plain-list files">
        {files.map((file) => (
          <li key={file.id}>
            <span>{file.fileName}</span>
            <Button size="small" type="text" onClick={() => keep(files.filter((other) => other.id !== file.id))}>
              {t('general.remove')}
            </Button>
          </li>
        ))}
      </ul>
      <span className="faint small">{t('general.uploadHint')}</span>
    </div>
  );
}

/** Opens the camera of a phone as soon as it is there: the tap that led here allows it. */
function Camera({ take }: { take: (file: File) => void }) {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (window.matchMedia('(pointer: coarse)').matches) input.current?.click();
  }, []);
  return (
    <input
      ref={input}
      hidden
      type="file"
      accept="image/*"
      capture="environment"
      onChange={({ target }) => [...(target.files ?? [])].forEach(take)}
    />
  );
}

function useEvidenceUpload() {
  const { i18n } = useTranslation();
  const { message } = App.useApp();
  const inWords = useProblemWords();
  const [percent, setPercent] = useState<number | null>(null);
  const send = async (file: File): Promise<EvidenceView | undefined> => {
    setPercent(0);
    try {
      return await upload<EvidenceView>({
        path: '/evidence',
        fields: { file },
        language: i18n.language,
        onProgress: setPercent,
      });
    } catch (cause) {
      message.error(inWords(cause));
      return undefined;
    } finally {
      setPercent(null);
    }
  };
  return { percent, send };
}
