import { Injectable } from '@nestjs/common';
import { channelKinds, topics } from '@ducha/notice';
import type { RungWords } from '../domain/ladders/ladder-rules.js';
import { SlipLevels } from './slip-levels.query.js';

/** What rungs of this county may name: its slips, the topics of its wordings, kinds of channels. */
@Injectable()
export class RungWordsQuery {
  constructor(private readonly levels: SlipLevels) {}

  async read(): Promise<RungWords> {
    const { levels } = await this.levels.read();
    return { levels: levels.map(({ level }) => level), templates: topics, channels: channelKinds };
  }
}
