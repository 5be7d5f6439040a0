/** Somebody posted to a village (驻村); all of them are invented. */
export interface DemoPosting {
  readonly name: string;
  readonly village: string;
  readonly team: string;
  readonly role: string;
}

/** What is asked at a door: the household about its team, and the team about the household. */
export interface DemoTalk {
  readonly household: { readonly knows: boolean; readonly named: readonly string[]; readonly members: number };
  readonly team: { readonly named: readonly string[]; readonly members: number } | null;
}

/** Who is posted where. */
export const postings: readonly DemoPosting[] = [
  { name: '闻子墨', village: '琴坊村', team: '县农业农村局驻村工作队', role: '驻村第一书记' },
  { name: '鲜志远', village: '桐林村', team: '县水利局驻村工作队', role: '工作队长' },
  { name: '司雨晴', village: '柳园滩村', team: '县教育体育局驻村工作队', role: '驻村第一书记' },
  { name: '佘晓东', village: '新河湾村', team: '县交通运输局驻村工作队', role: '驻村第一书记' },
];

/** Since when they are there. */
export const postedSince = '2023-08-01';

/** What people present called out at the draw of the households. */
export const calledOut = '7 19 23';

/** In the order of the households: one knows its team as the team knows it, the next knows nobody. */
export const talks: readonly DemoTalk[] = [
  { household: { knows: true, named: ['闻书记', '闻子墨'], members: 4 }, team: { named: ['闻子墨'], members: 4 } },
  { household: { knows: false, named: [], members: 2 }, team: null },
];
