import { CameraOutlined, FileOutlined, UploadOutlined } from '@ant-design/icons';
import { App, Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { uuidv7 } from 'uuidv7';
import type { FieldPhoto } from './field-item';
import { field } from './field';
import type { Taken } from './outbox';
import { colon } from '../i18n/punctuation';

const mostBytes = 50 * 1024 * 1024;
const mostPhotos = 20;

interface PhotoFieldProps {
  id?: string;
  value?: readonly (Taken | FieldPhoto)[];
  onChange?: (photos: (Taken | FieldPhoto)[]) => void;
  /** The camera opens at once: the tap that led here allows it. */
  camera?: boolean;
}

/** Photos and files that stay on the device until what they belong to is sent. */
export function PhotoField({ id, value = [], onChange, camera = false }: PhotoFieldProps) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const shots = useRef<HTMLInputElement>(null);
  const papers = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (camera && window.matchMedia('(pointer: coarse)').matches) shots.current?.click();
  }, [camera]);
  const take = async (list: FileList | null) => {
    const files = [...(list ?? [])];
    const fit = files.filter(({ size }) => size > 0 && size <= mostBytes);
    for (const { name } of files.filter((file) => !fit.includes(file))) message.error(t('field.tooLarge', { name }));
    const taken = await Promise.all(fit.map(takenOf));
    onChange?.([...value, ...taken].slice(0, mostPhotos));
  };
  return (
    <div className="stack" style={{ gap: 8 }}>
      <span className="unsent-acts">
        <Button id={id} icon={<CameraOutlined aria-hidden />} onClick={() => shots.current?.click()}>
          {t('field.takePhoto')}
        </Button>
        <Button icon={<UploadOutlined aria-hidden />} onClick={() => papers.current?.click()}>
          {t('field.chooseFile')}
        </Button>
      </span>
      <Chooser place={shots} camera take={(files) => void take(files)} />
      <Chooser place={papers} take={(files) => void take(files)} />
      <ul className="photo-strip">
        {value.map((photo) => (
          <PhotoTile
            key={photo.id}
            photo={photo}
            remove={() => onChange?.(value.filter((other) => other.id !== photo.id))}
          />
        ))}
      </ul>
      <span className="faint small">{t('field.photoHint')}</span>
    </div>
  );
}

interface ChooserProps {
  place: React.RefObject<HTMLInputElement | null>;
  camera?: boolean;
  take: (files: FileList | null) => void;
}

function Chooser({ place, camera = false, take }: ChooserProps) {
  return (
    <input
      ref={place}
      // not by `hidden`: a form draws every file field as a block
      style={{ display: 'none' }}
      type="file"
      multiple={!camera}
      {...(camera ? { accept: 'image/*', capture: 'environment' as const } : {})}
      onChange={({ target }) => {
        take(target.files);
        // the same file may be chosen again
        target.value = '';
      }}
    />
  );
}

async function takenOf(file: File): Promise<Taken> {
  const { name, type, lastModified } = file;
  // a camera writes the moment into the file; the device's clock now where it did not
  const at = lastModified > 0 && lastModified <= Date.now() ? lastModified : Date.now();
  return { id: uuidv7(), name, type, capturedAt: new Date(at).toISOString(), bytes: await file.arrayBuffer() };
}

/** One photo that waits, small; anything else by its name. */
export function PhotoTile({ photo, remove }: { photo: Taken | FieldPhoto; remove?: () => void }) {
  const { t } = useTranslation();
  const address = usePicture(photo);
  return (
    <li>
      {address === undefined ? (
        <span className="photo-paper" aria-hidden>
          <FileOutlined />
        </span>
      ) : (
        <img src={address} alt={t('field.preview', { name: photo.name })} />
      )}
      <span className="photo-name">{photo.name}</span>
      {remove === undefined ? null : (
        <Button size="small" type="text" aria-label={`${t('general.remove')}${colon()}${photo.name}`} onClick={remove}>
          {t('general.remove')}
        </Button>
      )}
    </li>
  );
}

/** An address of the picture within this page, for as long as it is shown. */
function usePicture(photo: Taken | FieldPhoto): string | undefined {
  const [address, setAddress] = useState<string>();
  const { id, type } = photo;
  const taken = 'bytes' in photo ? photo.bytes : undefined;
  useEffect(() => {
    if (!type.startsWith('image/')) return;
    let made: string | undefined;
    let gone = false;
    const show = async () => {
      const bytes = taken ?? (await field.photo(id));
      if (bytes === undefined || gone) return;
      made = URL.createObjectURL(new Blob([bytes], { type }));
      setAddress(made);
    };
    void show();
    return () => {
      gone = true;
      if (made !== undefined) URL.revokeObjectURL(made);
    };
  }, [id, type, taken]);
  return address;
}
