package dev.ballast.drift;

import dev.ballast.bucket.BucketLedger;
import dev.ballast.bucket.BucketLedger.Section;
import dev.ballast.cost.Bytes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What was measured in buckets of the bytes of one policy. */
final class Buckets {
    private final CostBasis basis;
    private final Owners owners;
    private final String policy;

    Buckets(CostBasis basis, Owners owners, String policy) {
        this.basis = basis;
        this.owners = owners;
        this.policy = policy;
    }

    /** Measured bytes for each of some bins of which they are known: a bucket was listed, and nobody else's bytes are among them. */
    Map<Bytes.Bin, Long> measure(Bytes modelled) {
        var measured = new LinkedHashMap<Bytes.Bin, Long>();
        for (Bytes.Bin bin : modelled.bins().keySet()) {
            String store = bin.site().store();
            BucketLedger ledger = store == null ? null : basis.ledgers().get(store);
            if (ledger != null && bin.sort() == Bytes.Sort.ARCHIVES) {
                measured.put(bin, archives(ledger));
            } else if (store != null && ledger != null && bin.sort() == Bytes.Sort.VOLUMES) {
                List<String> namespaces = owners.namespaces(policy, store);
                if (!namespaces.isEmpty()
                        && namespaces.stream().allMatch(namespace -> owners.isAlone(namespace, store))) {
                    measured.put(bin, volumes(ledger, namespaces));
                }
            }
        }
        return measured;
    }

    private long archives(BucketLedger ledger) {
        Stream<String> own = Stream.concat(owners.backups(policy).stream(), owners.byHand(policy).stream())
                .map(backup -> backup.name());
        Stream<String> folders = ledger.holdings().keySet().stream()
                .filter(key -> key.section() == Section.BACKUPS)
                .map(BucketLedger.Key::name)
                .filter(name -> owners.policyOf(name).filter(policy::equals).isPresent());
        return Stream.concat(own, folders)
                .distinct()
                .mapToLong(name -> ledger.of(Section.BACKUPS, name).bytes())
                .sum();
    }

    private static long volumes(BucketLedger ledger, List<String> namespaces) {
        return namespaces.stream()
                .mapToLong(namespace -> ledger.of(Section.KOPIA, namespace).bytes()
                        + ledger.of(Section.RESTIC, namespace).bytes())
                .sum();
    }
}
