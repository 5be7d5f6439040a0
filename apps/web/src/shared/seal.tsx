const glyph =
  'M12.8 10.9 12.6 11.1C13.3 11.9 14.1 13.3 14.3 14.5C16.5 16.2 18.8 12 12.8 10.9ZM11.5 26.6V26H20.6V27.3H21.1C22 27.3 23.4 26.8 23.5 26.6V17.9C23.9 17.8 24.2 17.6 24.4 17.4L21.7 15.4L20.3 16.8H11.7L10 16.1H10.1C11.5 16.1 12.3 15.7 12.3 15.6V10.4H17.2C17.5 10.4 17.8 10.2 17.9 10C16.9 9.1 15.4 7.9 15.4 7.9L14 9.7H12.1V7.7H16C16.4 7.7 16.6 7.6 16.7 7.3C15.8 6.5 14.4 5.4 14.4 5.4L13.1 7H12.1V5.5C12.8 5.4 13 5.1 13 4.8L9.5 4.5V9.7H4.9L5.1 10.4H9.7V11.8L7 10.7C6.4 12.8 5.5 14.7 4.6 15.9L4.9 16.1C6.4 15.4 7.9 14.1 9.1 12.4C9.3 12.4 9.5 12.4 9.7 12.3V16L8.7 15.6V27.5H9.1C10.3 27.5 11.5 26.9 11.5 26.6ZM22.9 6.5H16.7L17 7.2H18C18.5 9.3 19.2 11 20.1 12.4C18.7 13.9 16.9 15.1 14.6 16L14.7 16.4C17.3 15.8 19.5 14.9 21.2 13.7C22.3 14.8 23.7 15.7 25.3 16.5C25.6 15.2 26.4 14.3 27.5 14.1L27.5 13.8C25.9 13.4 24.4 12.9 23.1 12.2C24.4 10.9 25.3 9.4 26 7.6C26.5 7.5 26.8 7.5 27 7.2L24.4 5ZM23 7.2C22.6 8.6 22.1 9.8 21.3 11C20.1 10 19.1 8.7 18.5 7.2ZM20.6 17.5V19.6H11.5V17.5ZM11.5 25.3V23.1H20.6V25.3ZM11.5 22.4V20.3H20.6V22.4Z';

/** The mark of Ducha: the character 督 cut into a seal. Decorative unless `label` names it. The outline is Noto Serif's (OFL-1.1). */
export function Seal({ size = 32, label }: { size?: number; label?: string }) {
  const named = label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label };
  return (
    <svg {...named} width={size} height={size} viewBox="0 0 32 32" style={{ flex: 'none', display: 'block' }}>
      <rect x="1" y="1" width="30" height="30" rx="4" fill="var(--seal)" />
      <rect
        x="2.7"
        y="2.7"
        width="26.6"
        height="26.6"
        rx="2.6"
        fill="none"
        stroke="var(--seal-ground)"
        strokeWidth=".9"
      />
      <path fill="var(--seal-ground)" d={glyph} />
    </svg>
  );
}
