import io.grpc.Server;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.temporal.internal.testservice.TestServicesStarter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;

/**
 * Time-skipping test server that starts at a given instant: arguments are port and ISO instant.
 * The main class of the library starts at the real now, and time only goes forward, so stories of 2024 need this one.
 * Without arguments it starts and ends at once, which records the classes for a faster start (CDS archive).
 */
public final class Zeitserver {
  public static void main(String[] args) throws Exception {
    boolean probe = args.length == 0;
    var beginn = probe ? Instant.EPOCH : Instant.parse(args[1]);
    var dienste = new TestServicesStarter(true, beginn.toEpochMilli());
    var adresse = new InetSocketAddress(InetAddress.getLoopbackAddress(), probe ? 0 : Integer.parseInt(args[0]));
    var bauer = NettyServerBuilder.forAddress(adresse);
    dienste.getServices().forEach(bauer::addService);
    Server server = bauer.build().start();
    if (probe) {
      server.shutdownNow();
      System.exit(0);
    }
    server.awaitTermination();
  }
}
