package dev.ballast.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import javax.xml.parsers.DocumentBuilderFactory;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class XmlTest {
    @Property
    void aParserReadsBackWhatXmlCanHold(@ForAll String text) throws Exception {
        Element element = parse("<e a=\"" + Xml.attribute(text) + "\">" + Xml.text(text) + "</e>");
        String held = text.replaceAll("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uD800-\\uDFFF\\uFFFE\\uFFFF]", "\uFFFD");
        assertThat(element.getAttribute("a")).isEqualTo(held);
        assertThat(element.getTextContent()).isEqualTo(held);
    }

    @Test
    void whatXmlCannotHoldIsReplaced() {
        assertThat(Xml.attribute("\u0000\"\t\n\r]]>&\uD800\uFFFF"))
                .isEqualTo("\uFFFD&quot;&#9;&#10;&#13;]]&gt;&amp;\uFFFD\uFFFD");
    }

    private static Element parse(String xml) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(xml)))
                .getDocumentElement();
    }
}
