/** Township and village together, for people; a township that is registered under its county's name goes without it. */
export function fullNameOf(county: string, township: string, village?: string): string {
  const short = withoutCounty(county, township);
  return village ? `${short} ${village}` : short;
}

export function countyOfficeName(county: string): string {
  return `中共${county}委群众工作办公室`;
}

export function stationName(county: string, township: string): string {
  return `${withoutCounty(county, township)}群众工作站`;
}

/** 徐小楼村民委员会 → 徐小楼村群众工作室; 南堤居民委员会 → 南堤居委会群众工作室. */
export function roomName(village: string): string {
  const short = village
    .replace(/社区居民委员会$/, '社区')
    .replace(/居民委员会$/, '居委会')
    .replace(/村民(委员会|村委会)$|村委会$/, '村');
  return `${short.replace(/村村$/, '村')}群众工作室`;
}

function withoutCounty(county: string, township: string): string {
  return township.startsWith(county) && township.length > county.length + 1 ? township.slice(county.length) : township;
}
