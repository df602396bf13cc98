import io.grpc.Server;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.temporal.internal.testservice.TestServicesStarter;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * Time-skipping test servers in one JVM, each with a clock of its own that starts at a given instant. The main class of
 * the library starts at the real now, and time only goes forward, so stories of 2024 need this one; one JVM for all of
 * them, because a cold one costs more than most stories.
 * Reads from stdin, line by line: an ISO instant starts a server and is answered with its port, a port ends that server.
 * The JVM ends with its stdin. The argument `probe` starts and ends one server, which records the classes for a faster
 * start (CDS archive).
 */
public final class Zeitserver {
  private record Laufender(Server server, TestServicesStarter dienste) {}

  private static final Map<Integer, Laufender> LAUFENDE = new HashMap<>();

  public static void main(String[] args) throws Exception {
    if (args.length > 0) {
      beende(starte(Instant.EPOCH));
      System.exit(0);
    }
    var eingang = new BufferedReader(new InputStreamReader(System.in));
    for (var zeile = eingang.readLine(); zeile != null; zeile = eingang.readLine()) {
      if (zeile.matches("\\d+")) beende(Integer.parseInt(zeile));
      else System.out.println(starte(Instant.parse(zeile)));
    }
    System.exit(0);
  }

  private static int starte(Instant beginn) throws Exception {
    var dienste = new TestServicesStarter(true, beginn.toEpochMilli());
    var bauer = NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    dienste.getServices().forEach(bauer::addService);
    var server = bauer.build().start();
    LAUFENDE.put(server.getPort(), new Laufender(server, dienste));
    return server.getPort();
  }

  private static void beende(int port) {
    var laufender = LAUFENDE.remove(port);
    if (laufender == null) return;
    laufender.server().shutdownNow();
    laufender.dienste().close();
  }
}
