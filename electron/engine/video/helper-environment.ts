import type { Environment } from '../media/find-helper.ts';

/** What a program needs from its surroundings to start at all. Neither proxies, tokens nor the person's folders are among it. */
const passedOn = ['PATH', 'SystemRoot', 'SYSTEMROOT', 'windir', 'PATHEXT', 'COMSPEC', 'NUMBER_OF_PROCESSORS', 'PROCESSOR_ARCHITECTURE'];

/** The environment of yt-dlp: a home of its own that ends with the fetch, so that no configuration, plugin or login is found. */
export function helperEnvironment(home: string, from: Environment = process.env): Environment {
  const kept = Object.fromEntries(passedOn.flatMap((name) => (from[name] === undefined ? [] : [[name, from[name]]])));
  return {
    ...kept,
    HOME: home, USERPROFILE: home, APPDATA: home, LOCALAPPDATA: home, XDG_CONFIG_HOME: home, XDG_CACHE_HOME: home, XDG_DATA_HOME: home,
    TMPDIR: home, TEMP: home, TMP: home,
    LANG: 'C.UTF-8', LC_ALL: 'C.UTF-8', PYTHONIOENCODING: 'utf-8', PYTHONNOUSERSITE: '1', PYTHONDONTWRITEBYTECODE: '1', YTDLP_NO_PLUGINS: '1',
  }; // prettier-ignore
}
