/** Text that wants to be more than text. Whatever runs writes its name into `window.ran`. */
export const hostile = [
  '<script>window.ran = "script"</script>',
  '<img src=x onerror="window.ran = \'image\'">',
  '"><svg/onload=window.ran="svg">',
  'javascript:window.ran="link"',
  '{{constructor.constructor("window.ran = 1")()}} ${7*7} %s',
  '</textarea></title><style>body{display:none}</style>',
  '\u202eמימין לשמאל\u202c שלום',
  '👩‍👩‍👧‍👦🇨🇳 𠮷野家 e\u0301',
  '零\u200b宽\u200d字\ufeff符',
  '=HYPERLINK("http://example.invalid","点")',
  `${'很长的词'.repeat(60)}`,
  `${'unbreakable'.repeat(40)}`,
].join('\n');

/** One line of it, short enough for a title. */
export const hostileTitle = '<img src=x onerror="window.ran=1">\u202eאבג\u202c👩‍👩‍👧‍👦零\u200b宽 {{7*7}} ' + 'W'.repeat(90);
