// Scripts to start from.

export const examples = {
  octopus: `---
title: Why octopuses have three hearts
---
You run on one heart. An octopus needs **three**.

Two of them push blood through the gills. The third sends it around the body.
Here's the strange part. When it swims, that third heart **stops beating**.
[pause 400ms]

So it would rather crawl. 🐙
`,
  lighthouse: `---
title: The light on Gull Rock
voice: flite:rms
background: generated:ocean
---
Every evening, for 31 years, Ada climbed 142 steps and lit the lamp at **exactly** 6:15.

"Why bother?" asked the boy who brought her bread. "Nobody is out there."

"Good," she said. "Then nobody gets lost."

## scene
background: generated:ember

Then, in November, a storm tore down the power lines. The coast went **black**.
`,
  facts: `---
title: 3 space facts that sound fake
template: clean
background: generated:neon
---
3 space facts that sound **fake**.

- **Three.** Saturn is less dense than water. Find a bathtub big enough, and it would **float**.
- **Two.** On Venus, the day is **longer** than the year.
- **One.** A teaspoon of a neutron star weighs about 1 billion tons. 🥄
`,
};
