import type { DemoAsker } from '../types.js';

const nicknames = (
  '黄河边的风 老槐树下 桐花落了 早起卖菜的 一碗烩面 路过的大车司机 豫东平原 晚自习家长 骑电驴的老周 小城慢生活 ' +
  '麦田守望 爱管闲事的退休工人 三个孩子的妈 返乡青年小宋 泡桐树 东坝头看水人 文体路老住户 考城故人 夜班护士 摆渡 ' +
  '粗布衣裳 拉面师傅 南彰赶集人 堌阳琴声 花生地头 一米阳光 热心市民老贺 数星星的人 桂花糕 修车铺老郭 ' +
  '盼天晴 葡萄架下 送奶工 老兵不老 电工师傅 小区楼长 沙地红薯 河滩放羊人 窗外雨声 平凡的路 ' +
  '早班公交 卖豆腐的 喜欢篮球 带娃的奶奶 裁缝铺 小宋庄 三义寨的水 四季青 打工归来 仪封苹果 ' +
  '豫剧票友 青砖灰瓦 阎楼赶考人 开小店的 苹果园 雨后蜻蜓 邻家大哥 种大棚的 快递小哥阿辉 会计小林 ' +
  '北关老住户 教书匠 向日葵 老街坊 拾穗 深夜加班族 一家四口 木匠后人 铁路职工家属 静待花开 ' +
  '坚持跑步 半亩方塘 在外游子 柳树湾 外卖骑手小冀 孟寨小伙 许河岸 红庙街上 谷营渡口 惠安居民 ' +
  '家有考生 蜜瓜甜 一杯清茶 石榴花开 跑运输的 村里的大学生 养蜂人 银杏大道 厂里打工妹 二楼住户 ' +
  '爱拍照的老李 慢递 淘米水 草帽 金色麦浪 老会计 小雨转晴 桥头 门卫大爷 听雨 ' +
  '新手妈妈 大棚草莓 月季花 南街北巷 护路人 白杨 听戏 高粱红 煤球炉 风筝线'
).split(' ');

const surnames =
  '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎'.split('');
const lastLetters = '伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华文辉玲红'.split('');

function pick(list: string[], at: number): string {
  return list[at % list.length] ?? '';
}

function nameAt(at: number): string {
  const turn = Math.floor(at / 3);
  if (at % 3 === 0) return pick(nicknames, turn);
  if (at % 3 === 1) return pick(surnames, turn) + (turn % 2 === 0 ? '先生' : '女士');
  return `${pick(surnames, turn * 7 + 3)}*${pick(lastLetters, turn * 5)}`;
}

/**
 * The writer of message number `at` and those who signed with them. The masked
 * numbers begin with 100, which no subscriber has.
 */
export function askersOf(at: number, others: readonly string[]): DemoAsker[] {
  return [nameAt(at), ...others].map((name, nth) => ({
    name,
    phone: `100****${String((at * 13 + nth * 1009) % 10000).padStart(4, '0')}`,
  }));
}
