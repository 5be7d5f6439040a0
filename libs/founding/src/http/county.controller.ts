import { Body, Controller, Get, HttpCode, Put } from '@nestjs/common';
import { Act, type Actor, By } from '@ducha/access';
import { secrecyWords } from '@ducha/org';
import { Store } from '@ducha/store';
import { CountySettings } from '../usecases/county-settings.js';
import { CountyBody, SecrecyWordsBody } from './county.dto.js';
import { CountySettingsView, SecrecyWordsView } from './county.view.js';

/** What a county says about itself. */
@Controller('county')
export class CountyController {
  constructor(
    private readonly settings: CountySettings,
    private readonly store: Store,
  ) {}

  /** Names of the county and the bureau. */
  @Get('names')
  @Act('guide.read')
  names(): Promise<CountySettingsView> {
    return this.settings.read();
  }

  /** Sets them. */
  @Put('names')
  @Act('county.set')
  @HttpCode(204)
  setNames(@By() by: Actor, @Body() body: CountyBody): Promise<void> {
    return this.settings.setNames(by, body);
  }

  /** Marks of papers that are kept out beside the statutory ones. */
  @Get('secrecy-words')
  @Act('guide.read')
  async words(): Promise<SecrecyWordsView> {
    return { words: [...(await secrecyWords(this.store))] };
  }

  /** Sets them. */
  @Put('secrecy-words')
  @Act('secrecy.set')
  @HttpCode(204)
  setWords(@By() by: Actor, @Body() { words }: SecrecyWordsBody): Promise<void> {
    return this.settings.setSecrecyWords(by, words);
  }
}
