"""The words that tell the parts of an English sentence apart."""


def word_set(text: str) -> frozenset[str]:
    """Make a set of the words of a line."""
    return frozenset(text.split())


DETERMINERS = word_set(
    "a an the your our their its his her my any all each every no some both either neither another this that these those "
    "most many several few more one two three such what which whose only"
)
QUANTIFIERS = word_set("all each every both most many some several few")
ANYBODY = word_set(
    "anyone anybody anything someone somebody something everyone everybody everything nobody nothing none"
)
PREPOSITIONS = word_set(
    "about above across after against along among around as at before behind below beneath beside between beyond by despite "
    "down during except for from in inside into like near of off on onto out outside over past per prior regarding since "
    "than through throughout to toward towards under until up upon via with within without using following including "
    "according concerning regardless leveraging excluding versus because due based"
)
SUBORDINATORS = word_set(
    "that which who whom whose where when whenever while if unless because so whether although though wherever until such"
)
RELATIVES = word_set("that which who whom whose where when")
BEFORE_A_SIDE_REMARK = word_set(
    "when while as if once unless where than before after how though although until whether"
)
CONJUNCTIONS = word_set("and or and/or nor but")
BE = word_set("be been being is are was were am isn't aren't")
AUXILIARIES = word_set(
    "is are was were do does did have has had can could will would may might must should shall be been being to cannot not"
)
PRONOUNS = word_set("you we they it he she them us him her i me themselves itself yourselves")
ADVERBS = word_set(
    "also always ever never not longer often still already currently only just both either even well fully then "
    "once twice daily weekly monthly quarterly annually yearly again automatically together otherwise thereby "
    "therefore thus soon first offsite off-site onsite on-site offline online remotely worldwide "
)
NOT_ADVERBS = word_set(
    "supply apply reply comply rely family assembly anomaly multiply imply only monopoly italy july ally"
)
GIVES = word_set("given granted offered provided sent assigned issued paid told shown")
PARTICIPLES = word_set(
    "built made kept held written taken given sent met run set put done left known seen shown found brought bought sold "
    "told taught led lost won driven chosen hidden drawn broken begun understood undergone undertaken overseen withdrawn "
    "cut split shut hit spread dealt paid laid said thought had been gone become bound read"
)
NOT_PARTICIPLES = word_set(
    "need speed feed seed embed shed exceed proceed succeed indeed hundred bed red led-based breed bleed weed deed creed "
    "biased unauthorized undocumented unencrypted"
)
DESCRIBING = word_set(
    "used owned controlled associated related located stored processed accessed collected transmitted shared held hosted "
    "contained affected involved obtained taken made generated granted given required needed based concerned called named "
    "produced received acquired purchased employed contracted licensed permitted allowed entitled authorized assigned "
    "described listed mentioned stated agreed declared sent seen found known caused led driven leased rented connected "
    "attached exposed supplied issued provisioned sponsored mandated exchanged created"
)
PREDICATIVE = word_set(
    "able available mandatory subject responsible willing compliant visible accessible unable capable accountable aware "
    "applicable consistent current compatible eligible present ready sufficient adequate appropriate proportional diverse "
    "free independent separate distinct active effective resistant redundant secure up-to-date public traceable liable "
    "identifiable transparent unambiguous operational valid unique possible necessary optional exempt portable"
)
PLACED = word_set("in under on within part")
PLACES = word_set("place use effect force control review part contact line compliance scope transit of")

VERBS = word_set(
    "abide accept accommodate accompany achieve acknowledge acquaint acquire activate adapt add adhere administer "
    "adopt advise aggregate agree align allow analyse analyze anonymize appear apply appoint appraise archive arrange "
    "arrive ask assess assign assist assure attach attend authenticate authorise authorize automate avoid await "
    "become begin belong bother bring buy calculate cancel carry categorize cease centralize certify choose classify "
    "collaborate collate collect combine commit communicate compare compel compensate compile complete comply "
    "comprehend comprise compute conceal concede concentrate conclude configure confirm conform connect conserve "
    "consider consist constitute construct consult consume contain continue contribute convert convey cooperate "
    "coordinate correct correlate correspond create deactivate decide decommission decrypt dedicate deduct defend "
    "defer define delete deliver demonstrate deny depend deploy deprecate deprovision derive describe designate "
    "destroy destruct detach detect determine develop diagnose differ differentiate disable discard disclose "
    "discontinue discover discriminate discuss dispose disrupt dissolve distinguish distribute divide embed emit "
    "employ emulate enable enclose encompass encourage encrypt endorse enforce engage enhance enrich enroll ensure "
    "entail enter equip erase escalate establish evaluate evolve examine exceed exclude execute exist expand expect "
    "expire explain expose extend facilitate federate fetch finish follow forbid foster fulfil fulfill furnish gather "
    "generate get give globalize govern grow guarantee halt happen harden have hear identify ignore illustrate impair "
    "impede implement imply impose improve include incorporate indicate inform inherit initiate inject insert insist "
    "inspect instruct insure integrate intend interact intercept interfere interrupt introduce invalidate investigate "
    "invoke involve isolate keep know learn leave let leverage localize locate maintain make manage masquerade "
    "materialize meet merge migrate minimise minimize misuse mitigate modify motivate negotiate nominate normalize "
    "notify obey obfuscate obligate oblige obscure observe obtain occur offboard omit onboard operate opt outline "
    "outlive outperform outsource overlap override oversee overwrite own participate pass penetrate perform persist "
    "pertain possess postpone predict prefer prepare preserve presume prevent prioritize proceed procure prohibit "
    "promise promote propose protect prove provide pseudonymise pseudonymize publish pursue qualify quantify "
    "quarantine quit randomize react reassess receive recertify recognize recommence recommend reconcile recover "
    "recruit redact redeploy redirect reduce reevaluate refer reflect refrain refuse regulate reinforce reinstall "
    "reject relate relay relinquish relocate rely remain remediate remind remove render renew repeal replace "
    "replicate reproduce require rescind resell resemble reset reside resist resolve respond restrict retain retire "
    "retrieve reveal revert revise revisit revoke rotate safeguard sanitize satisfy say scrub see seek seem segregate "
    "sell send separate serve settle shut signify simulate speak specify strengthen submit subscribe succeed suffer "
    "suggest suit summarize supersede supervise supplement suspend sustain synchronize tailor take teach tell "
    "terminate think threaten throttle tokenize tolerate train transform translate transmit treat uncover undergo "
    "underpin understand undertake unify uninstall uphold utilise utilize validate vary verify violate withdraw "
    "withhold withstand write"
)
NOUNS_TOO = word_set(
    "access account address aim alert answer approach assault attempt audit award backup balance benefit bill bind "
    "block break broadcast build call capture cause challenge change charge check claim code command complement "
    "compromise concern conduct consent contact contract control cost count cover damage date deal debit debug "
    "decrease delay delegate demand design detail dispatch display document download drill encounter escape estimate "
    "exchange exercise exhibit exit experience exploit export extract face fail fall filter fix flag force form "
    "forward function grant guard guide handle hash help hide hire hold honor host impact import increase index "
    "influence install inventory invite issue judge label lack last lead lend license limit link list load lock log "
    "look mandate map mark mask match measure mirror monitor move name need note notice offer order pair patch pay "
    "permit place plan point post practice present print process produce progress prompt provision purchase query "
    "question race raise range rate reach read record refresh release rent repair repeat report request research "
    "resort rest restart restore result retry return review reward risk route rule run sample scale scan schedule "
    "scope score screen seal search segment select set share shield show shred sign sound source spend split stage "
    "stand start state stay step stop store stream stress structure study sum supply support survey switch table "
    "target tend test trace track trade transfer transition transport travel trigger trust try turn update upgrade "
    "upload use value vet view visit vote waive walk warn warrant watch welcome wipe wish work"
)
PARTICLES = word_set("apart aside out up off down in on back away over")
THINGS = word_set(
    "application applications solution solutions system systems service services product products platform platforms software "
    "organization organisation company employees employee staff personnel users user administrators engineers developers vendors "
    "vendor subcontractors subprocessors contractors suppliers provider providers infrastructure environment api website app "
    "tool tools server servers team teams account accounts session sessions"
)
