import { triageLetterOf, triageLetters } from './triage-letters';

const pressed = (key: string, held: object = {}) => ({ key, ctrlKey: false, metaKey: false, altKey: false, ...held });
const open = { actions: ['triage', 'merge', 'file', 'decline'] };

describe('the letters of the triage', () => {
  it('are five, each its own', () => {
    expect(triageLetters.map(({ letter }) => letter)).toEqual(['a', 'c', 'd', 'f', 'x']);
  });

  it.each(triageLetters)(
    '$letter acts where the row allows $act, in capitals too, and nowhere else',
    ({ letter, act }) => {
      expect(triageLetterOf(pressed(letter), open)).toBe(letter);
      expect(triageLetterOf(pressed(letter.toUpperCase()), { actions: [act] })).toBe(letter);
      expect(triageLetterOf(pressed(letter), { actions: open.actions.filter((one) => one !== act) })).toBeUndefined();
      expect(triageLetterOf(pressed(letter), { actions: [] })).toBeUndefined();
    },
  );

  it.each(['ctrlKey', 'metaKey', 'altKey'])('leave a key with %s to the browser', (held) => {
    expect(triageLetterOf(pressed('c', { [held]: true }), open)).toBeUndefined();
  });

  it('are no other keys', () => {
    for (const key of ['b', 'Enter', ' ', 'j', 'k', 'F1']) expect(triageLetterOf(pressed(key), open)).toBeUndefined();
  });
});
