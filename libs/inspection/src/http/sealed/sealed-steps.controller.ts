import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { Act, type Actor, By } from '@ducha/access';
import { IfMatch, RepeatSafe } from '@ducha/http';
import { AmendSealed } from '../../usecases/sealed/amend-sealed.js';
import { AskRelease } from '../../usecases/sealed/ask-release.js';
import { DrawSealed } from '../../usecases/sealed/draw-sealed.js';
import { SealPlan } from '../../usecases/sealed/seal-plan.js';
import { planOfBody } from '../plan/plan-of-body.js';
import { AmendSealedBody, DecideSealedBody, DrawSealedBody, PassphraseBody, ReleaseSealedBody } from './sealed.dto.js';
import { SealedView } from './sealed.view.js';

/** A frozen sealed plan until its release: draws, changes, sealing, and the release by several at once. */
@Controller('sealed-inspections/:id')
export class SealedStepsController {
  constructor(
    private readonly draws: DrawSealed,
    private readonly amend: AmendSealed,
    private readonly sealing: SealPlan,
    private readonly asking: AskRelease,
  ) {}

  /** Commits to the seed of the draw of villages. */
  @Post('commit-draw')
  @Act('sealed.open', 'id')
  @RepeatSafe()
  @HttpCode(200)
  commit(
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() { passphrase }: PassphraseBody,
    @By() by: Actor,
  ): Promise<SealedView> {
    return this.draws.commit({ id, passphrase, version, by });
  }

  /** Draws villages and their groups; the seed stays sealed until the release. */
  @Post('draw')
  @Act('sealed.open', 'id')
  @RepeatSafe()
  @HttpCode(200)
  draw(
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() { passphrase, contribution }: DrawSealedBody,
    @By() by: Actor,
  ): Promise<SealedView> {
    return this.draws.draw({ id, passphrase, version, by }, contribution ?? '');
  }

  /** Proposes a change of the frozen plan. */
  @Post('amendments')
  @Act('sealed.open', 'id')
  @RepeatSafe()
  @HttpCode(200)
  proposeAmendment(
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() { passphrase, plan, reason }: AmendSealedBody,
    @By() by: Actor,
  ): Promise<SealedView> {
    return this.amend.propose({ id, passphrase, version, by }, planOfBody(plan), reason);
  }

  /** A principal decides on a change. */
  @Post('amendments/:amendmentId/decide')
  @Act('sealed.open', 'id')
  @RepeatSafe()
  @HttpCode(200)
  decideAmendment(
    @Param('id', ParseUUIDPipe) id: string,
    @Param('amendmentId', ParseUUIDPipe) amendmentId: string,
    @IfMatch() version: number,
    @Body() { passphrase, decision }: DecideSealedBody,
    @By() by: Actor,
  ): Promise<SealedView> {
    return this.amend.decide({ id, passphrase, version, by }, amendmentId, decision === 'approve');
  }

  /** Seals it until the release. */
  @Post('seal')
  @Act('sealed.open', 'id')
  @RepeatSafe()
  @HttpCode(200)
  seal(
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() { passphrase }: PassphraseBody,
    @By() by: Actor,
  ): Promise<SealedView> {
    return this.sealing.run({ id, passphrase, version, by });
  }

  /** Asks for the release: the others have ten minutes. */
  @Post('ask-release')
  @Act('sealed.open', 'id')
  @RepeatSafe()
  @HttpCode(200)
  ask(
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() { passphrase, clashReason }: ReleaseSealedBody,
    @By() by: Actor,
  ): Promise<SealedView> {
    return this.asking.ask({ id, passphrase, version, by }, clashReason ?? null);
  }

  /** Confirms the release; the last one who must sends everybody out. */
  @Post('confirm-release')
  @Act('sealed.open', 'id')
  @RepeatSafe()
  @HttpCode(200)
  confirm(
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() { passphrase, clashReason }: ReleaseSealedBody,
    @By() by: Actor,
  ): Promise<SealedView> {
    return this.asking.confirm({ id, passphrase, version, by }, clashReason ?? null);
  }
}
