import { leaderOf, peopleOf } from './people/cast.js';
import type { Unphoned } from './people/cast.js';
import { bureauCast } from './people/bureau.js';
import { departmentCastA } from './people/departments-a.js';
import { departmentCastB } from './people/departments-b.js';
import { leaders } from './people/leadership.js';
import { oversightCast } from './people/oversight.js';
import { townshipCast } from './people/townships.js';
import { villageCast } from './people/villages.js';
import type { DemoPerson, DemoPost } from './types.js';

/**
 * Posts beside the first one: leaders who also head a unit, officers whose
 * former post ended (which recuses them for three years), resident first
 * secretaries who keep the post of the unit that sent them.
 */
const furtherPosts: Record<string, DemoPost[]> = {
  'leader-office': [post('unit_head', 'committee-office', '县委办公室主任', '2022-08-09')],
  'leader-police': [post('unit_head', 'police', '党委书记、局长', '2022-12-19')],
  'leader-industry': [post('unit_head', 'devzone', '党工委书记、管委会主任', '2023-06-08')],
  'petition.head': [post('unit_staff', 'government-office', '县政府办公室副主任', '2022-09-08')],
  'bureau.officer-2': [post('unit_head', 'city', '党组书记、局长', '2021-06-15', '2024-04-08')],
  'bureau-first.officer-3': [post('unit_staff', 'water', '农村水利股科员', '2019-08-19', '2024-03-11')],
  'bureau-second.officer-3': [post('unit_staff', 'lanyang', '党政办公室科员', '2020-09-14', '2024-06-03')],
  'v-liuyuankou.liaison': [post('unit_staff', 'culture', '文化馆馆员（派驻柳园滩村）', '2018-07-02')],
  'v-shuyuan.liaison': [post('unit_staff', 'agriculture', '农业技术推广中心农艺师（派驻薯园村）', '2017-09-11')],
  'v-huaishu.liaison': [post('unit_staff', 'tax', '纳税服务股科员（派驻大槐树村）', '2019-10-08')],
};

function post(role: DemoPost['role'], unitKey: string, title: string, from: string, to?: string): DemoPost {
  return to === undefined ? { role, unitKey, title, from } : { role, unitKey, title, from, to };
}

/** Retired since: their only post has ended, so they can no longer act. */
const former: Unphoned[] = [
  {
    key: 'civil.former-liaison',
    name: '巫秀英',
    login: 'wuxiuying',
    posts: [post('unit_liaison', 'civil', '办公室主任', '2019-03-11', '2022-11-07')],
  },
  {
    key: 'transport.former-head',
    name: '苗福来',
    login: 'miaofulai',
    posts: [post('unit_head', 'transport', '党组书记、局长', '2018-05-21', '2022-09-20')],
  },
];

const everybody: Unphoned[] = [
  ...leaders.map(leaderOf),
  ...bureauCast.flatMap(peopleOf),
  ...departmentCastA.flatMap(peopleOf),
  ...departmentCastB.flatMap(peopleOf),
  ...townshipCast.flatMap(peopleOf),
  ...villageCast.flatMap(peopleOf),
  ...oversightCast.flatMap(peopleOf),
  ...former,
];

/** Everybody of the demonstration county, leaders first; all invented. */
export const people: DemoPerson[] = everybody.map((person, at) => ({
  ...person,
  phone: `0371-0000-${String(at + 1).padStart(4, '0')}`,
  posts: [...person.posts, ...(furtherPosts[person.key] ?? [])],
}));
