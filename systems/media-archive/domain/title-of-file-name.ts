/**
 * A title from a file's name, for videos that come with no other: without folders and extension, its words apart.
 * `IHO/GOAL_ITA-CAN_p1.mp4` → "GOAL ITA CAN p1". The name itself where nothing would be left.
 */
export function titleOfFileName(fileName: string): string {
  const base = fileName.split(/[/\\]/).at(-1) ?? fileName;
  const words = base
    .replace(/\.[A-Za-z0-9]{1,5}$/, '')
    .split(/[\s_.+-]+/)
    .filter((word) => word !== '');
  return words.length > 0 ? words.join(' ') : base;
}
