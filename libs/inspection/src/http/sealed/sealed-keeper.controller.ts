import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { Act, type Actor, By } from '@ducha/access';
import { RepeatSafe } from '@ducha/http';
import { KeepKeepers } from '../../usecases/sealed/keep-keepers.js';
import { RecoverKey } from '../../usecases/sealed/recover-key.js';
import { WithdrawKeeper } from '../../usecases/sealed/withdraw-keeper.js';
import { JoinBody, KeeperBody, NewPassphraseBody, PassphraseBody, RecoverBody } from './sealed.dto.js';
import { InvitationsView, InvitationView, ShareView } from './sealed.view.js';

/** Who is named in a sealed plan, their passphrases, and the shares of its key. */
@Controller('sealed-inspections/:id')
export class SealedKeeperController {
  constructor(
    private readonly keepers: KeepKeepers,
    private readonly withdrawing: WithdrawKeeper,
    private readonly keys: RecoverKey,
  ) {}

  /** Names somebody; the code is shown this once and told by voice. */
  @Post('invite')
  @Act('sealed.open', 'id')
  @RepeatSafe()
  @HttpCode(200)
  invite(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { passphrase, personId }: KeeperBody,
    @By() by: Actor,
  ): Promise<InvitationView> {
    return this.keepers.invite({ id, passphrase, by }, personId);
  }

  /** Chooses one's own passphrase with the code. */
  @Post('join')
  @Act('sealed.open', 'id')
  @RepeatSafe()
  @HttpCode(204)
  join(@Param('id', ParseUUIDPipe) id: string, @Body() { passphrase, code }: JoinBody, @By() by: Actor): Promise<void> {
    return this.keepers.join({ id, passphrase, by }, code);
  }

  /** Takes somebody out: a new key, new codes for the others, new shares. */
  @Post('withdraw')
  @Act('sealed.open', 'id')
  @RepeatSafe()
  @HttpCode(200)
  async withdraw(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { passphrase, personId }: KeeperBody,
    @By() by: Actor,
  ): Promise<InvitationsView> {
    return { invitations: await this.withdrawing.run({ id, passphrase, by }, personId) };
  }

  /** Another passphrase in the place of one's own. */
  @Post('passphrase')
  @Act('sealed.open', 'id')
  @RepeatSafe()
  @HttpCode(204)
  passphrase(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { passphrase, newPassphrase }: NewPassphraseBody,
    @By() by: Actor,
  ): Promise<void> {
    return this.keepers.changePassphrase({ id, passphrase, by }, newPassphrase);
  }

  /** One's own share of the key, shown this once. */
  @Post('share')
  @Act('sealed.open', 'id')
  @RepeatSafe()
  @HttpCode(200)
  share(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { passphrase }: PassphraseBody,
    @By() by: Actor,
  ): Promise<ShareView> {
    return this.keys.take({ id, passphrase, by });
  }

  /** Sets another passphrase with enough shares, when it was lost. */
  @Post('recover')
  @Act('sealed.open', 'id')
  @RepeatSafe()
  @HttpCode(204)
  recover(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { passphrase, shares }: RecoverBody,
    @By() by: Actor,
  ): Promise<void> {
    return this.keys.recover({ id, passphrase, by }, shares);
  }
}
