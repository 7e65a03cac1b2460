package io.chatauth.samples.bank;

import java.util.List;
import java.util.Optional;

/**
 * Somebody whom the bank knows. A real bank looks this up where it keeps its customers.
 *
 * @param id the bank's own id, which ChatAuth is given as the subject
 * @param name the first name
 * @param phone the phone number on file, never one that was typed into a form
 */
public record Customer(String id, String name, String phone) {
    /** All there are. */
    public static final List<Customer> ALL = List.of(
            new Customer("customer-4711", "Nick", "+441134960001"),
            new Customer("customer-4712", "Mia", "+441134960002"));

    /**
     * Finds a customer by phone number.
     *
     * @param typed the number as somebody typed it
     * @return the customer; empty if nobody has it
     */
    public static Optional<Customer> withPhone(String typed) {
        String digits = typed.replaceAll("[^0-9]", "");
        return ALL.stream()
                .filter(customer -> customer.phone().substring(1).equals(digits))
                .findFirst();
    }

    /**
     * Finds a customer by id.
     *
     * @param id the bank's own id
     * @return the customer; empty if there is none
     */
    public static Optional<Customer> withId(String id) {
        return ALL.stream().filter(customer -> customer.id().equals(id)).findFirst();
    }

    @Override
    public String toString() {
        return "Customer[" + id + "]";
    }
}
