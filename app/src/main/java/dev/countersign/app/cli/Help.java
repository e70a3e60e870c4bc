// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.cli;

import java.util.List;

/// What the command line can do, in its own words.
final class Help {
    private static final String ALL =
            """
            countersign                       opens the window
            countersign FOLDER                opens it on a folder, a run directory or a log

            countersign verify PATH...        is the chain intact, and if not, where and how is it broken?
              --format auto|A|B|J|FILE        A run log, B audit trail, J run log over RFC 8785; FILE describes another
              --checkpoint FILE               compare with a checkpoint taken earlier: JSON, or a signed note
              --note-verifier KEY|FILE        the keys (name+id+key) whose signatures on the note count; the workspace keeps more
              --final                         nothing may follow the checkpoint
              --incremental                   read only what follows the checkpoint
              --segment                       the log may start in mid-chain
              --hashes                        list every computed hash (with --json)
              --policy FILE --trust DIR       whose policy and trust anchors count; else those of the workspace
              --workspace DIR                 which workspace that is, and where it is recorded; found by itself if not given
            countersign show RUN              everything about one run: status, clocks, claims, checks
              --policy FILE                   clocks, steps and segregation of duties; built in if not given
              --workspace DIR                 the policy of a workspace
            countersign checkpoint PATH       remember records, head and SHA-256 of an intact log
              --out FILE                      write it to a file
              --tsa URL                       time-stamped by an authority (RFC 3161), beside it as FILE.tsr
              --tsa-request F, --tsa-answer F the same without a network: what to ask; again with what came back
              --note --note-key FILE          as a note signed with a key, for witnesses (C2SP); --origin NAME
            countersign checkpoint key FILE --name N        a key for notes; --witness for one that cosigns
            countersign checkpoint cosign FILE --note-key F     adds a cosignature to a note
              --log PATH                      only if this log agrees; --out FILE
            countersign checkpoint export --workspace DIR --out FILE   what this desk has seen last, of every run; --run ID
              --history                       not the last alone: every state that it has seen
              --note --note-key FILE          of one run, as a signed note; --origin NAME
            countersign checkpoint import FILE --workspace DIR     what others have seen, compared from now on
              --run ID --from NAME            which run it is about, and who has seen it, where the file does not say
            countersign compare LOG OTHER     how does a log differ from another copy of it, record by record?
              --checkpoint FILE               which of the two agrees with a checkpoint taken earlier
              --workspace DIR                 or with what this desk and its witnesses have seen
              --run NAME                      either may be a bundle: which run of it, if it has several
            countersign recover PATH          what did an edited record say before it was edited?
              --record N                      which record, 0-based; the first edited one if not given
              --run NAME                      PATH may be a bundle: which run of it, if it has several
              --seconds S                     how long to search, 30 if not given
              --out FILE                      write the original to a file; the log is never written
            countersign queue FOLDER          what waits, and until when? FOLDER is a workspace, or contains runs and bundles
              --state S,S                     only blocked, awaiting_approval, ..., unobserved (months), or breached
              --role R,R                      only what waits for a role
            countersign findings FOLDER       what does somebody have to answer for? without --at, what is new
                                              in a workspace goes into its ledger, and to its outbox
            countersign report RUN|FOLDER|BUNDLE      the workpaper: everything read and re-performed, with every hash
              --pdf F --xlsx F --csv F        in as many formats as are named; nothing is replaced
              --html F --oscal F --facts F    exit 1 if the conclusion is negative: exceptions, or no run
              --preparer N --reviewer N       who signs it off
              --period YYYY-MM                of a month, with its recorded sample, or --rate R --seed N
            countersign report RUN|WORKSPACE --custody   who had it when: ledger, bundles, checkpoints, with their hashes
              --run ID                        of a workspace: only this run; the same formats but OSCAL
            countersign run WORKFLOW          executes change-approval, personal-trade-compliance or incident-runbook
              --payload FILE                  its input: a JSON object; the same payload is the same run, and resumes
              --root DIR                      the folder of run directories
              --model-response FILE           what a model said, as raw text; without it the built-in baseline
            countersign approve RUN           signs an approval and appends it to the run's log; reject likewise
              --identity ID                   who signs, as the policy names them
              --keystore FILE.p12             their key, or FILE.pem; --alias A where it holds several
              --pkcs11 LIBRARY --slot N       a key on a token instead
              --certificate FILE.pem          the key's certificate, where a PEM key lies alone
              --pin-file F                    its PIN; asked for at a terminal if not given
              --key K --rationale T           what is approved, and why; a rejection needs a reason
              --response FILE                 write a response file instead, for a run that lies elsewhere
              --tsa URL                       a time-stamp authority (RFC 3161) says when
              --tsa-request FILE              with --response: write the request, to be carried to an authority
            countersign review RUN --decision accept|reject        an independent review, signed
            countersign observe RUN --record N                     says that a record was looked at, signed
            countersign dispose RUN --disposition T                closes what a run is blocked for, signed
            countersign dispose FINDING --workspace DIR --disposition T    closes one finding
              --superseded-by ID              the run that takes its place
            countersign import-response FILE RUN    a response into the log of its run
              --tsa-request F --tsa-answer F  with the answer of the authority that was carried to
            countersign verify-approval RUN   every act in the log: signature, certificate, policy, reasons
              --trust DIR                     trust anchors in PEM
              --export DIR                    everything to check it with openssl alone
            countersign reperform RUN...      re-performs what a run concluded, and compares; a folder or bundle: each of its runs
              --out FILE                      keep the results: canonical JSON, the same for the same inputs
              --identity ID --keystore FILE   sign them: one run's into its log, a workspace's into its ledger
            countersign sample FOLDER --period YYYY-MM --rate R --seed N    the runs of a month, and the producer's own draw
              --seed random                   a seed nobody could choose: the population goes into the ledger first
              --record                        puts the draw of a given seed into the ledger
              --supersede REASON              the same, in the place of the draw that counts; both stay
              --source FILE.csv --column C    is every entry of a source list a run, and the reverse? --gaps: numbers left out
              --coverage                      who is to look, who has looked; --assign WHO --run ID; --sign-off
              --identity ID --keystore FILE   the sign-off is signed; without a key it is an entry under the session's name
              --tsa URL                       with a time-stamp of the signed sign-off
            countersign sample size --confidence 95 --tolerable 5 --expected 0      attribute sampling, in percent
            countersign sample evaluate --confidence 95 --sample N --deviations D   the achieved upper bound
              --population N                  of a known size: hypergeometric; --tolerable P
            countersign finish RUN            writes the approval that a crash kept from state.json
            countersign resume RUN --workspace DIR   shows the command that lets an approved run go on
              --yes                           and runs it
            countersign make-key FILE.p12     a key for somebody who has none, with a certificate of its own
              --name N --email E              whose it is; --algorithm p-256|p-384|rsa|ed25519; --days N
              --certificate FILE.pem          write the certificate, for the trust folders of others
              --request FILE.csr              no certificate, but a request for an authority
            countersign bundle create RUN...  runs with policy, anchors and checkpoints, as a BagIt bag
              --out FILE                      .zip, .tar, .tar.gz, or a new folder; --deflate compresses a zip
              --sha512                        a manifest with SHA-512 as well
            countersign bundle verify FILE    is the bag complete and valid, and every run in it intact?
              --run NAME                      show, verify-approval of a bundle: which of its runs
            countersign bundle extract FILE DIR    into a folder that is new or empty
            countersign bundle provenance RUN_ID   which bundles brought it to --workspace DIR, when, and their hashes
            countersign demo DIR              writes a workspace of runs of every state into an empty folder
            countersign canonical             canonical bytes of the JSON texts on standard input, one a line
              --profile A|B|J                 A if not given

            countersign ledger WORKSPACE verify         is the record of what was done at this desk intact?
            countersign ledger WORKSPACE access         who did what to a resource, and when
              --type T --id ID                which resource
            countersign ledger WORKSPACE privileged     what administrators and the desk itself did
            countersign ledger WORKSPACE failed-access  who failed or was denied often
              --min N                         at least so many times, 5 if not given
              --from INSTANT --to INSTANT     only then, both inclusive; a date is a day of UTC
            countersign ledger WORKSPACE export --out FILE   the ledger as a log of format B

            --json prints one JSON document for each path; of what cannot be done it has `error`. --at INSTANT fixes "now".
            Exit 0: done. 1: done, and the answer is negative. 2: could not be done.
            """;

    private static final String START = "countersign ";

    private Help() {}

    /// All of it, or what it says of one command.
    ///
    /// @param words `help`, `help COMMAND`, or a command with `--help`
    static String about(List<String> words) {
        String first = words.getFirst();
        boolean asked = List.of("help", "--help", "-h").contains(first);
        String command = !asked ? first : words.size() > 1 ? words.get(1) : "";
        String found = of(command);
        return found.isEmpty() ? ALL : found;
    }

    private static String of(String command) {
        boolean signs = List.of("reject", "review", "observe", "dispose").contains(command);
        var found = new StringBuilder();
        boolean here = false;
        for (String line : ALL.lines().toList()) {
            if (line.startsWith(START)) {
                String name = line.substring(START.length()).strip().split(" ", 2)[0];
                here = name.equals(command) || signs && name.equals("approve");
            } else if (!line.startsWith(" ")) {
                here = !found.isEmpty(); // what is said of all commands
            }
            if (here && !line.isEmpty()) {
                found.append(line).append('\n');
            }
        }
        return found.toString();
    }
}
