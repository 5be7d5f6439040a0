import { useTranslation } from 'react-i18next';

interface MarkProps {
  slip: { level: number; name: string; nameZh: string; colour: string };
}

/** Which slip: its name, as many bars as its level, and its colour; never the colour alone. */
export function SlipMark({ slip }: MarkProps) {
  const { t, i18n } = useTranslation();
  const name = i18n.resolvedLanguage === 'en' ? slip.name : slip.nameZh;
  return (
    <span className="slip-mark" style={{ color: slip.colour, borderColor: slip.colour }} data-level={slip.level}>
      <span className="slip-bars" aria-hidden="true">
        {Array.from({ length: slip.level }, (_, at) => (
          <i key={at} style={{ background: slip.colour }} />
        ))}
      </span>
      {name}
      <span className="sr-only">{t('slip.level', { level: slip.level })}</span>
    </span>
  );
}
