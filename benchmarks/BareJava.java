package bare;

/** The least that a start takes in Java: a program that ends. */
public class BareJava {
    public static void main(String[] arguments) {
        System.out.println("started");
    }
}
