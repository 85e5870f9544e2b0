/** npm run package: the installers this machine can build, and for each other one the reason why not. */
import { makeInstaller, makePackage } from './setup/package.mjs';
import { runMain, say } from './setup/say.mjs';
import { setUp } from './setup.mjs';

const installers = [
  { system: 'linux', target: 'AppImage', on: 'linux' },
  { system: 'linux', target: 'deb', on: 'linux' },
  { system: 'win', target: 'nsis', on: 'win32' },
  { system: 'mac', target: 'dmg', on: 'darwin' },
];

const names = { linux: 'Linux', win32: 'Windows', darwin: 'macOS' };

await runMain(async () => {
  const runtime = await setUp();
  if (runtime.kind === 'test') {
    const executable = await makePackage(runtime, { forTests: true });
    say(`Built for tests only: ${executable}`);
    say(`Not built: AppImage, deb, nsis, dmg. Only the test runtime (Electron ${runtime.version}) is here, which must not`);
    say('be shipped, and the tools those installers need could not be downloaded. On a machine with open network');
    say('npm run package builds the installers of its own system.');
    return 0;
  }
  if (process.platform === 'linux') say(`Built: ${await makePackage(runtime, { forTests: false })}`);
  let built = 0;
  for (const { system, target, on } of installers) {
    const problem = on === process.platform ? await makeInstaller(runtime, system, target) : `needs ${names[on]}`;
    if (problem === null) built += 1;
    say(problem === null ? `Built: ${target} (dist/release)` : `Not built: ${target}: ${problem}`);
  }
  return built > 0 ? 0 : 1;
});
