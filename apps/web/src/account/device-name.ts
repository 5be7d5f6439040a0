/** What browsers call themselves, the more particular first: many claim to be the later ones too. */
const browsers: readonly (readonly [RegExp, string])[] = [
  [/MicroMessenger\/(\d+)/, '微信'],
  [/Edg(?:A|iOS)?\/(\d+)/, 'Edge'],
  [/(?:Firefox|FxiOS)\/(\d+)/, 'Firefox'],
  [/(?:Headless)?Chrome\/(\d+)|CriOS\/(\d+)/, 'Chrome'],
  [/Version\/(\d+).*Safari/, 'Safari'],
];
const systems: readonly (readonly [RegExp, string])[] = [
  [/HarmonyOS|OpenHarmony/, 'HarmonyOS'],
  [/Android/, 'Android'],
  [/iPhone|iPad/, 'iOS'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'macOS'],
  [/Linux/, 'Linux'],
];

/** A browser's description of itself in two words, e.g. `Chrome 131 · Windows`; whatever else it says stays as it is. */
export function deviceName(said: string): string {
  const system = systems.find(([mark]) => mark.test(said))?.[1];
  for (const [mark, name] of browsers) {
    const found = mark.exec(said);
    if (found !== null) return [`${name} ${found[1] ?? found[2] ?? ''}`.trim(), system].filter(Boolean).join(' · ');
  }
  return said;
}
