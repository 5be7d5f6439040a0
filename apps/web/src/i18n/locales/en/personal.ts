/** Personal data: reading it, its retention and its end. */
export const personal = {
  see: 'Show',
  hide: 'Mask',
  seeContact: 'Show how to reach {{name}}',
  seeTexts: 'Show the numbers in the text',
  whole: 'Text as written',
  seeNote:
    'That you looked, and why, goes into the audit record. It stays on this page for one minute; do not copy it. There is a daily limit for each person.',
  reason: 'Purpose',
  words: 'Reason',
  wordsHint: 'e.g. call to find the street lamp',
  left: '{{count}} more today',
  reasons: {
    contact_asker: 'Contact the asker',
    call_back: 'Call back',
    send_reply: 'Deliver the reply',
    correct_record: 'Check or correct the record',
    assist_authority: 'Assist an authority by law',
  },
  exportUnmasked: 'Ask for an export with full numbers',
  exportWhole: 'With full ID, mobile and bank card numbers',
  exportWholeNote: 'Otherwise they are masked. With them, somebody else must approve however few the rows.',
  exportHolds: 'holds full personal data',
};
