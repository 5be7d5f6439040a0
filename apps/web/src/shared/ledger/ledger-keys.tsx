import { Button, Modal } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';

const keys = {
  move: ['↓', 'j', '↑', 'k'],
  page: ['Page Down', 'Page Up'],
  ends: ['Home', 'End'],
  open: ['Enter'],
  choose: ['x', 'Space'],
  search: ['/'],
  help: ['?'],
} as const;
const names = Object.keys(keys) as (keyof typeof keys)[]; // boundary: Object.keys forgets the names

/**
 * A list by keyboard: `/` goes to the search, `j` and `k` into the rows, `?` shows all keys.
 * @param taken  letters that the page has for something else
 */
export function LedgerKeys({ taken = [] }: { taken?: readonly string[] }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      if (isTyping(event) || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key === '?') setOpen(true);
      else if (event.key === '/') focusOn('.filters input');
      else if (event.key === 'j' || event.key === 'k') focusOn('.ledger .grid');
      else return;
      event.preventDefault();
    };
    document.addEventListener('keydown', hear);
    return () => document.removeEventListener('keydown', hear);
  }, []);
  return (
    <>
      <Button type="text" className="only-wide" onClick={() => setOpen(true)}>
        {t('ledger.keysOpen')}
      </Button>
      <Modal open={open} destroyOnHidden title={t('ledger.keysTitle')} footer={null} onCancel={() => setOpen(false)}>
        <dl className="keys">
          {names.map((name) => (
            <div key={name}>
              <dt>
                {keys[name]
                  .filter((key) => !taken.includes(key))
                  .map((key) => (
                    <kbd key={key}>{key}</kbd>
                  ))}
              </dt>
              <dd>{t(`ledger.keys.${name}`)}</dd>
            </div>
          ))}
        </dl>
      </Modal>
    </>
  );
}

/** Keys belong to what is being typed in, to an open dialog, and to the grid that has the focus and moves by itself. */
function isTyping({ target, key }: KeyboardEvent): boolean {
  if (!(target instanceof HTMLElement) || document.querySelector('[role="dialog"]') !== null) return true;
  if (target.closest('input, textarea, select, [contenteditable="true"]') !== null) return true;
  return (key === 'j' || key === 'k') && target.closest('[role="grid"]') !== null;
}

function focusOn(selector: string): void {
  document.querySelector<HTMLElement>(selector)?.focus();
}
