/**
 * The colours and measures of Ducha: ink on paper, and one cinnabar for what wants a hand.
 * Every text colour here reaches 4.5:1 on `paper` and on `sheet`; cinnabar and its ground reach it in both directions.
 */
export const colours = {
  paper: '#f6f3ec',
  sheet: '#fffdf8',
  sunk: '#efeae0',
  line: '#ddd6c8',
  lineStrong: '#8c8474',
  ink: '#1d1c1a',
  inkSoft: '#45423c',
  inkFaint: '#625d54',
  pen: '#1f4468',
  penSoft: '#e6ecf1',
  cinnabar: '#a8261b',
  cinnabarSoft: '#f8e9e4',
  pine: '#2b5f45',
  pineSoft: '#e5efe6',
  ochre: '#7a5200',
  ochreSoft: '#f7edd6',
} as const;

/** Chinese faces that offices already have, then the one we bring along; nothing is loaded from elsewhere. `title` is the face of red-headed documents. */
export const faces = {
  text: '"PingFang SC","Microsoft YaHei UI","Microsoft YaHei","Noto Sans CJK SC","Source Han Sans SC","Noto Sans SC","Noto Sans SC Variable",system-ui,sans-serif',
  title:
    '"FZXiaoBiaoSong-B05S","FZXiaoBiaoSong-B05","Source Han Serif SC","Noto Serif CJK SC","STZhongsong","Songti SC","SimSun","Noto Sans SC Variable",serif',
  slip: '"FangSong_GB2312","FangSong","STFangsong","Noto Serif CJK SC","Songti SC","SimSun","Noto Sans SC Variable",serif',
} as const;

/** Text sizes in px: officers work at `officer`, leaders read at `leader`. */
export const sizes = { officer: 14, leader: 18 } as const;
