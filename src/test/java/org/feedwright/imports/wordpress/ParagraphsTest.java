package org.feedwright.imports.wordpress;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParagraphsTest {
    private static String of(String text) {
        return Paragraphs.of(text.replace("¶", "\n")).replace("\n", "¶");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            One                               | <p>One</p>
            One¶¶Two                          | <p>One</p>¶<p>Two</p>
            One¶Two                           | <p>One<br>¶Two</p>
            One<br />¶Two                     | <p>One<br>¶Two</p>
            One¶ ¶¶¶Two                       | <p>One</p>¶<p>Two</p>
            <em>a</em> b¶¶<b>c</b>            | <p><em>a</em> b</p>¶<p><b>c</b></p>
            <h2>Head</h2>Text                 | <h2>Head</h2>¶<p>Text</p>
            Text¶<h2>Head</h2>¶Text           | <p>Text</p>¶<h2>Head</h2>¶<p>Text</p>
            <ul>¶<li>a</li>¶<li>b</li>¶</ul>  | <ul>¶<li>a</li>¶¶<li>b</li>¶¶</ul>
            <blockquote>a¶¶b</blockquote>     | <blockquote><p>a</p>¶<p>b</p>¶</blockquote>
            <blockquote>a</blockquote>        | <blockquote><p>a</p>¶</blockquote>
            <div>a</div>                      | <div>a</div>
            <div>¶¶a¶¶b¶¶</div>               | <div><p>a</p>¶<p>b</p>¶</div>
            <p>a¶b</p>                        | <p>a<br>¶b</p>
            <p>a¶¶<p>b                        | <p>a<p>b
            <pre>a¶¶ b</pre>                  | <pre>a¶¶ b</pre>
            a<!--more-->b                     | <p>a</p>¶<!--more-->¶<p>b</p>
            <table><tr><td>a</td>¶<td>b</td></tr></table> | <table><tr><td>a</td>¶¶<td>b</td>¶</tr>¶</table>
            <a¶href="x">y</a>                 | <p><a href="x">y</a></p>
            a <video src="x">¶¶b</video> c    | <p>a <video src="x">  b</video> c</p>
            <hr />¶a                          | <hr />¶<p>a</p>
            <script>a¶¶b</script>             | <script>a¶¶b</script>
            1 < 2¶¶3                          | <p>1 < 2</p>¶<p>3</p>
            """)
    void areMadeOfEmptyLines(String text, String html) {
        assertThat(of(text)).isEqualTo(html);
    }

    @Test
    void areNoneInNothing() {
        assertThat(of(" ¶¶ ")).isEmpty();
    }
}
