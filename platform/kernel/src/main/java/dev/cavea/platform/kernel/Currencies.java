package dev.cavea.platform.kernel;

import java.util.Collections;
import java.util.Currency;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The currencies of ISO 4217 that can be used to pay today: no metals, test codes, funds or
 * withdrawn currencies. CLF is the one fund here, because prices are stated in it. The JDK's table
 * says how many digits each has, for servers, mail and pages alike.
 */
public final class Currencies {

    /** What is allowed, in words. */
    public static final String ALLOWED = "an ISO 4217 code in use such as EUR";

    private static final String IN_USE =
            """
            AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BHD BIF BMD BND BOB BRL BSD BTN BWP BYN
            BZD CAD CDF CHF CLF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP
            GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES
            KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU
            MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON
            RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND
            TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VED VES VND VUV WST XAF XCD XCG XOF XPF YER ZAR
            ZMW ZWG
            """;

    private static final SortedMap<String, Integer> DIGITS = table();

    private Currencies() {}

    /** Whether anything new may be priced in it. */
    public static boolean isInUse(String code) {
        return DIGITS.containsKey(code);
    }

    /**
     * Digits after the point: 2 for EUR, 0 for JPY, 3 for KWD. Also works for a withdrawn currency,
     * for what was sold in it.
     *
     * @throws IllegalArgumentException for a code that ISO 4217 never had
     */
    public static int digits(String code) {
        return Math.max(0, Currency.getInstance(code).getDefaultFractionDigits());
    }

    /** The digits of each currency in use, by code. */
    public static Map<String, Integer> all() {
        return DIGITS;
    }

    /**
     * The code, if it is in use.
     *
     * @throws Unfit otherwise
     */
    public static String inUse(String code) {
        if (!isInUse(code)) {
            throw new Unfit("is not a currency in use");
        }
        return code;
    }

    private static SortedMap<String, Integer> table() {
        SortedMap<String, Integer> table = new TreeMap<>();
        for (String code : IN_USE.strip().split("\\s+", -1)) {
            table.put(code, digits(code));
        }
        return Collections.unmodifiableSortedMap(table);
    }
}
