import { expect, test } from 'vitest';
import { analyseIncident } from '../../analysis/analyse-incident.ts';
import { networkOf, people } from '../../testing/claim-network.ts';
import { html } from './html.ts';
import { incidentAnalysisParts } from './incident-analysis.ts';

const settlement = {
  id: 's',
  rule: 'figures apart',
  claimA: 'a',
  claimB: 'b',
  reason: 'two <days>',
  createdAt: '2018-11-14T09:00:00.000Z',
  createdBy: 'analyst',
};

function markup(records = networkOf([])) {
  const names = new Map([
    ['x', 'لجنة إعادة الإعمار'],
    ['y', '<b>Watch</b>'],
  ]);
  return html`${incidentAnalysisParts(analyseIncident({ ...records, names }))}`.markup
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/<td> | <\/td>/g, (tag) => tag.trim());
}

test('the report names origins, contradictions with how they were explained, and the grade that follows', () => {
  const claims = [
    { id: 'a', speaker: 'x', saidAt: '2018', ...people(3) },
    { id: 'b', speaker: 'y', updatedAt: '2019-01-01T00:00:00.000Z', ...people(9) },
    { id: 'c', speaker: 'y' },
    { id: 'd' },
  ];
  const told = markup(networkOf(claims, { repeats: [['c', 'a']], settlements: [settlement] }));
  expect(told).toContain('4 claims; independent origins: 2.');
  expect(told).toContain('Fair: 2 independent origins put forward civilian harm.');
  expect(told).toContain('<td>A</td> <td><bdi>لجنة إعادة الإعمار</bdi></td> <td>2018</td> <td class="number">2</td> <td>repeats</td>');
  expect(told).toContain('<bdi>&lt;b&gt;Watch&lt;/b&gt;</bdi>');
  expect(told).toContain('(not counted)</td> <td>Speaker not recorded</td>');
  expect(told).toContain('3 and 9 people killed cannot both be the total.');
  expect(told).toContain('<a href="#claim-a">one</a>, <a href="#claim-b">the other</a>');
  expect(told).toContain('two &lt;days&gt; (analyst, 2018-11-14; a claim was changed since)');
});

test('an incident without claims has nothing to tell', () => {
  expect(markup()).toBe('');
});
