import { Button } from 'antd';
import { useRef, useState, type PointerEvent } from 'react';
import { useTranslation } from 'react-i18next';

const [width, height] = [600, 200];

interface SignaturePadProps {
  id?: string;
  value?: string;
  onChange?: (path: string | undefined) => void;
}

/** Where on the field a finger is, in its own measure. */
function placeIn(pad: SVGSVGElement | null, { clientX, clientY }: PointerEvent): string {
  if (pad === null) return '0 0';
  const box = pad.getBoundingClientRect();
  const x = Math.round(((clientX - box.left) / box.width) * width);
  const y = Math.round(((clientY - box.top) / box.height) * height);
  return `${Math.min(width, Math.max(0, x))} ${Math.min(height, Math.max(0, y))}`;
}

/** A field that is signed with a finger; its value is the path of an SVG of 600 × 200. */
export function SignaturePad({ id, value, onChange }: SignaturePadProps) {
  const { t } = useTranslation();
  const pad = useRef<SVGSVGElement>(null);
  const [drawing, draw] = useState(false);
  const at = (event: PointerEvent): string => placeIn(pad.current, event);
  const begin = (event: PointerEvent<SVGSVGElement>): void => {
    pad.current?.setPointerCapture(event.pointerId);
    draw(true);
    onChange?.(`${value ?? ''}M${at(event)}`);
  };
  const goOn = (event: PointerEvent): void => {
    if (drawing && (value ?? '').length < 19_000) onChange?.(`${value ?? ''}L${at(event)}`);
  };
  return (
    <>
      <svg
        ref={pad}
        id={id}
        className="signature-pad"
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={t('callUp.signHere')}
        onPointerDown={begin}
        onPointerMove={goOn}
        onPointerUp={() => draw(false)}
        onPointerCancel={() => draw(false)}
      >
        <path d={value ?? ''} />
      </svg>
      <Button size="small" disabled={!value} onClick={() => onChange?.(undefined)}>
        {t('callUp.signAgain')}
      </Button>
    </>
  );
}

/** A signature that was drawn. */
export function Signature({ path, name }: { path: string; name: string }) {
  const { t } = useTranslation();
  return (
    <svg
      className="signature"
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={t('callUp.signatureOf', { name })}
    >
      <path d={path} />
    </svg>
  );
}
