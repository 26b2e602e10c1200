/**
 * Radicals that fonts draw with the glyph of an ideograph, and that ideograph: readers of a PDF would otherwise find the
 * radical. Unicode Character Database, EquivalentUnifiedIdeograph; those of U+2F00–2FDF are compatibility characters.
 */
const ideographs: Readonly<Record<string, string>> = {
  '⺟': '母',
  '⺠': '民',
  '⺩': '王',
  '⺬': '示',
  '⺼': '肉',
  '⺽': '臼',
  '⻁': '虎',
  '⻄': '西',
  '⻅': '见',
  '⻆': '角',
  '⻉': '贝',
  '⻋': '车',
  '⻑': '長',
  '⻓': '长',
  '⻔': '门',
  '⻘': '青',
  '⻙': '韦',
  '⻚': '页',
  '⻛': '风',
  '⻜': '飞',
  '⻝': '食',
  '⻡': '首',
  '⻢': '马',
  '⻣': '骨',
  '⻤': '鬼',
  '⻥': '鱼',
  '⻦': '鸟',
  '⻧': '卤',
  '⻨': '麦',
  '⻩': '黄',
  '⻪': '黾',
  '⻫': '斉',
  '⻬': '齐',
  '⻭': '歯',
  '⻮': '齿',
  '⻯': '竜',
  '⻰': '龙',
  '⻱': '龜',
  '⻲': '亀',
  '⻳': '龟',
};

/** A text with ideographs in place of radicals that look the same. */
export function unifiedIdeograph(text: string): string {
  return text.replaceAll(/[\u2e80-\u2fdf]/gu, (radical) => ideographs[radical] ?? radical.normalize('NFKC'));
}
