/** Somebody who is posted to a village, as the register has them. */
export interface PostedPerson {
  readonly name: string;
  readonly role: 'first_secretary' | 'team_leader' | 'team_member';
}

/** How a name is spoken, syllable by syllable, in letters without tones. */
export type Speak = (name: string) => readonly string[];

const doubleSurnames = ['欧阳', '司马', '上官', '诸葛', '东方', '皇甫', '尉迟', '公孙', '令狐', '慕容', '夏侯', '司徒'];
/** Titles that name an office; who uses another one means somebody else. */
const titles: Readonly<Record<PostedPerson['role'], readonly string[]>> = {
  first_secretary: ['第一书记', '书记'],
  team_leader: ['工作队长', '队长', '组长'],
  team_member: ['工作队员', '队员', '驻村干部'],
};
/** Ways to speak of anybody. */
const courtesies = ['同志', '师傅', '干部', '老师', '先生', '女士', '大姐', '大哥'];
/** A name of which only a part is shown. */
const masked = /^[*＊某xX×○〇]+某?$/u;

const plain = (name: string): string => name.normalize('NFKC').replace(/[\s·.]+/gu, '');
const surnameOf = (name: string): string => doubleSurnames.find((one) => name.startsWith(one)) ?? name.slice(0, 1);

/**
 * Whether what somebody said may mean a posted person. In doubt it does: the finding that would follow is held against others. Accepted
 * are the name, its pinyin, the surname with the title of the post or a courtesy (夏书记, 夏同志), with 小 or 老, and a masked name (夏**).
 */
export function mayMean(said: string, person: PostedPerson, speak: Speak): boolean {
  const [words, name] = [plain(said), plain(person.name)];
  if (words === '' || name === '') return false;
  if (words === name) return true;
  if (/^[a-z']+$/iu.test(words)) return isSpoken(words, name, speak);
  const surname = surnameOf(name);
  if (words === `小${surname}` || words === `老${surname}`) return true;
  if (!words.startsWith(surname)) return false;
  const rest = words.slice(surname.length);
  return masked.test(rest) || [...titles[person.role], ...courtesies].includes(rest);
}

const isSpoken = (letters: string, name: string, speak: Speak): boolean =>
  speak(name).join('').toLowerCase() === letters.replaceAll("'", '').toLowerCase();

/** Whether any of the names that were said may mean anybody who is posted. */
export const meansAny = (said: readonly string[], posted: readonly PostedPerson[], speak: Speak): boolean =>
  said.some((one) => posted.some((person) => mayMean(one, person, speak)));
