package org.feedwright.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueryAddressTest {
    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "&",
                "=",
                "utm_source=x&fbclid=y",
                "p=1",
                "v",
                "x=%zz",
                "%zz=1",
                "auth=1",
                "sort=author",
                "token=q",
                "cat=1",
                "authority=1",
                "=limit",
                "limitxx=1",
                "lixxt=1",
                "lmxit=1",
                "lxiit=1",
                "xlimi=1",
                "Lim=1"
            })
    void asksForNothing(@Nullable String text) {
        assertThat(QueryAddress.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "limit=7&q=solar+wind&author=Bob&category=B&category=a&utm_source=x"
                        + " | category=a&category=b&author=bob&q=solar%20wind&limit=7",
                "category=A&category=a | category=a",
                "category=C%23 | category=c~23~",
                "category=c~23~ | category=c~23~",
                "category=%F0%9F%98%80 | category=~1f600~",
                "category=%E6%97%A5%E6%9C%AC%E8%AA%9E | category=%E6%97%A5%E6%9C%AC%E8%AA%9E",
                "q=%22solar%20%20wind%22%20-sea | q=%22solar%20wind%22%20-sea",
                "q=%C3%89nergie | q=%C3%89nergie",
                "limit=020 | limit=20",
                "q=a%26b | q=a%26b",
            })
    void hasOneCanonicalForm(String text, String canonical) {
        assertThat(QueryAddress.parse(text)).map(Object::toString).hasValue(canonical);
        assertThat(QueryAddress.parse(canonical)).map(Object::toString).hasValue(canonical);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "q= | q has no letter or digit.",
                "q | q has no letter or digit.",
                "q=a&q=b | q is given 2 times.",
                "limit=1&limit=2 | limit is given 2 times.",
                "limit=0 | limit is not a number from 1 to 100.",
                "limit=101 | limit is not a number from 1 to 100.",
                "limit=-1 | limit is not a number from 1 to 100.",
                "limit=ten | limit is not a number from 1 to 100.",
                "limit= | limit is not a number from 1 to 100.",
                "limit=1e1 | limit is not a number from 1 to 100.",
                "limit=99999999999 | limit is not a number from 1 to 100.",
                "category= | category is empty.",
                "author=%20 | author is empty.",
                "q=%zz | What q says is not UTF-8",
                "q=%FF | What q says is not UTF-8",
                "categry=a | There is no parameter 'categry'. Write category= instead.",
                "Category=a | There is no parameter 'Category'. Write category= instead.",
                "categories=a | There is no parameter 'categories'. Write category= instead.",
                "auhtor=a | There is no parameter 'auhtor'. Write author= instead.",
                "limt=3 | There is no parameter 'limt'. Write limit= instead.",
                "limi=3 | There is no parameter 'limi'. Write limit= instead.",
                "imit=3 | There is no parameter 'imit'. Write limit= instead.",
                "limits=3 | There is no parameter 'limits'. Write limit= instead.",
                "limmit=3 | There is no parameter 'limmit'. Write limit= instead.",
                "xlimit=3 | There is no parameter 'xlimit'. Write limit= instead.",
                "llimit=3 | There is no parameter 'llimit'. Write limit= instead.",
                "limix=3 | There is no parameter 'limix'. Write limit= instead.",
                "ilmit=3 | There is no parameter 'ilmit'. Write limit= instead.",
                "limti=3 | There is no parameter 'limti'. Write limit= instead.",
                "query=a | There is no parameter 'query'. Write q= instead.",
                "Q=a | There is no parameter 'Q'. Write q= instead.",
            })
    void isRefusedWithAReason(String text, String reason) {
        assertThatThrownBy(() -> QueryAddress.parse(text))
                .isInstanceOf(QueryRefused.class)
                .hasMessageStartingWith(reason);
    }

    /** A character is what people take for one: beyond U+FFFF too, of which Java counts two. */
    @Test
    void mayAskForAsMuchAsThat() {
        assertThat(QueryAddress.parse("q=a&" + "category=x&".repeat(16))).isPresent();
        assertThat(QueryAddress.parse("author=" + "x".repeat(300))).isPresent();
        assertThat(QueryAddress.parse("category=" + "🎉".repeat(300))).isPresent();
        assertThatThrownBy(() -> QueryAddress.parse("category=" + "🎉".repeat(301)))
                .hasMessageStartingWith("category has more than 300 characters.");
    }

    @Test
    void isRefusedIfItAsksForTooMuch() {
        assertThatThrownBy(() -> QueryAddress.parse("q=a&" + "category=x&".repeat(17)))
                .hasMessageStartingWith("There are more than 16 of category.");
        assertThatThrownBy(() -> QueryAddress.parse("author=" + "x".repeat(301)))
                .hasMessageStartingWith("author has more than 300 characters.");
        assertThatThrownBy(() -> QueryAddress.parse("q=" + "x".repeat(10_000)))
                .hasMessageStartingWith("The query has more than 8000 characters.");
        assertThat(QueryAddress.parse("x=" + "x".repeat(10_000))).isEmpty();
        assertThat(QueryAddress.parse("q=a&x=" + "x".repeat(7_994))).isPresent();
        assertThatThrownBy(() -> QueryAddress.parse("q=a&x=" + "x".repeat(7_995)))
                .hasMessageStartingWith("The query has more than 8000 characters.");
    }
}
